import type { EndpointName } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Refusal } from '#domain/decision.ts';
import { isFrozen } from '#domain/job/freeze.ts';
import { appointmentGate, jobGate } from '#domain/job/gate.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { domainCardOf } from '../../parts/appointment-drawer/domain-card.ts';
import { useValueWording } from '../../parts/use-value-wording.ts';

const ON_JOB = {
  'jobs.hold': 'holdJob',
  'jobs.resume': 'resumeJob',
  'jobs.cancel': 'cancelJob',
  'jobs.removeCancellation': 'removeCancellation',
  'jobs.complete': 'completeJob',
  'jobs.reopen': 'reopenJob',
  'jobs.addAppointment': 'addAppointment',
} as const;
export type JobStep = keyof typeof ON_JOB;

/** What can be done with a job now and, in words, why not: the server decides by the same gates. */
export function useJobCommands(view: JobCardView) {
  const user = useCurrentUser();
  const wording = useValueWording(view.job.timeZone);
  const card = domainCardOf(view);
  const why = (endpoint: EndpointName, refusal: () => Refusal | null): string | undefined => {
    if (!mayCall(user, endpoint)) return refusalText('session.forbidden');
    const given = refusal();
    return given ? refusalText(given.code, given.params, wording) : undefined;
  };
  const frozen: Refusal | null = isFrozen(card)
    ? { code: 'job.frozen', params: { command: 'update', invoiceStatus: card.invoiceStatus } }
    : null;
  return {
    why: (step: JobStep) => why(step, () => jobGate(card, ON_JOB[step])),
    whyNotDelete: (appointmentId: number) =>
      why('appointments.delete', () => {
        const visit = card.appointments.find(({ id }) => id === appointmentId);
        return visit ? appointmentGate(card, visit, 'deleteAppointment') : null;
      }),
    /** Bill-to and business unit stand still once the invoice is posted; the rest may change (freeze.ts). */
    whyNotChange: (field: 'billing' | 'other') =>
      why('jobs.update', () => (field === 'billing' ? frozen : null)),
  };
}
export type JobCommands = ReturnType<typeof useJobCommands>;
