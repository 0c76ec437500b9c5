/** What can be done with a visit now, and why not: the buttons ask the same gates as the server (house style). */
import type { CurrentUser } from '#contract/session.ts';
import type { Refusal } from '#domain/decision.ts';
import { appointmentOf } from '#domain/job/card.ts';
import { appointmentGate, assignmentGate, jobGate } from '#domain/job/gate.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import type { Wording } from '../../lib/refusal-params.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import type { CommandName } from './visit-requests.ts';

const ON_JOB = {
  'jobs.hold': 'holdJob',
  'jobs.resume': 'resumeJob',
  'jobs.cancel': 'cancelJob',
  'jobs.removeCancellation': 'removeCancellation',
  'jobs.complete': 'completeJob',
  'jobs.reopen': 'reopenJob',
} as const;
const ON_VISIT = {
  'appointments.reschedule': 'reschedule',
  'appointments.assign': 'assign',
  'appointments.hold': 'holdAppointment',
  'appointments.release': 'releaseAppointment',
  'appointments.confirm': 'confirm',
  'appointments.unconfirm': 'unconfirm',
  'appointments.instructions': 'setInstructions',
} as const;
const ON_TECHNICIAN = {
  'appointments.dispatch': 'dispatch',
  'appointments.cancelDispatch': 'cancelDispatch',
  'appointments.arrive': 'arrive',
  'appointments.pause': 'pause',
  'appointments.resumeWork': 'resumeWork',
  'appointments.leave': 'leave',
  'appointments.unassign': 'unassign',
  'appointments.reassign': 'reassign',
} as const;

export type JobOffer = keyof typeof ON_JOB;
export type VisitOffer = keyof typeof ON_VISIT;
export type TechnicianOffer = keyof typeof ON_TECHNICIAN;

export type Offers = {
  /** Why not; undefined: it can be done. */
  readonly job: (command: JobOffer) => string | undefined;
  readonly visit: (command: VisitOffer) => string | undefined;
  readonly technician: (command: TechnicianOffer, technicianId: number) => string | undefined;
};

export function offersFor(
  card: JobCard,
  appointmentId: number,
  user: Pick<CurrentUser, 'roles'>,
  wording: Wording,
  workingElsewhere: ReadonlySet<number>,
): Offers {
  const visit = appointmentOf(card, appointmentId);
  const why = (command: CommandName, refusal: Refusal | null): string | undefined => {
    if (!mayCall(user, command)) return refusalText('session.forbidden');
    return refusal ? refusalText(refusal.code, refusal.params, wording) : undefined;
  };
  return {
    job: (command) => why(command, jobGate(card, ON_JOB[command])),
    visit: (command) => why(command, appointmentGate(card, visit, ON_VISIT[command])),
    technician: (command, technicianId) =>
      why(command, assignmentGate(card, visit, technicianId, ON_TECHNICIAN[command], workingElsewhere)),
  };
}

/** The step that comes next for a technician, in the order of the work. */
export function nextStep(status: string, paused: boolean): TechnicianOffer | null {
  if (status === 'Scheduled') return 'appointments.dispatch';
  if (status === 'Dispatched') return 'appointments.arrive';
  if (status === 'Working') return paused ? 'appointments.resumeWork' : 'appointments.leave';
  return null;
}
