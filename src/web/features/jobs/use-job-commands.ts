import type { EndpointName } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Refusal } from '#domain/decision.ts';
import { appointmentOf } from '#domain/job/card.ts';
import { isFrozen } from '#domain/job/freeze.ts';
import { appointmentGate, assignmentGate, jobGate } from '#domain/job/gate.ts';
import type { NextStep } from '#domain/job/next-step.ts';
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
const ENDPOINT_OF_NEXT = {
  assign: 'appointments.assign',
  dispatch: 'appointments.dispatch',
  arrive: 'appointments.arrive',
  resumeWork: 'appointments.resumeWork',
  completeJob: 'jobs.complete',
  resumeJob: 'jobs.resume',
  reopenJob: 'jobs.reopen',
  removeCancellation: 'jobs.removeCancellation',
} as const satisfies Record<NextStep['type'], EndpointName>;
/** Who is at work on other jobs this page does not know: the server says. */
const NOBODY: ReadonlySet<number> = new Set();
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
  /** Whether the step that comes next may be given, by the gate of the job, the visit or the technician on it. */
  const gateOfNext = (next: NextStep): Refusal | null => {
    if (!('appointmentId' in next)) return jobGate(card, next.type);
    const visit = appointmentOf(card, next.appointmentId);
    const [technicianId] = 'technicianIds' in next ? next.technicianIds : [];
    return technicianId === undefined || next.type === 'assign'
      ? appointmentGate(card, visit, next.type)
      : assignmentGate(card, visit, technicianId, next.type, NOBODY);
  };
  const frozen: Refusal | null = isFrozen(card)
    ? { code: 'job.frozen', params: { command: 'update', invoiceStatus: card.invoiceStatus } }
    : null;
  return {
    why: (step: JobStep) => why(step, () => jobGate(card, ON_JOB[step])),
    whyNotNext: (next: NextStep) => why(ENDPOINT_OF_NEXT[next.type], () => gateOfNext(next)),
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
