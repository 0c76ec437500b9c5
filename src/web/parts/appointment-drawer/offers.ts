/** What can be done with a visit now, and why not: the buttons ask the same gates as the server (house style). */
import type { CurrentUser } from '#contract/session.ts';
import type { Decision, Refusal } from '#domain/decision.ts';
import { appointmentOf } from '#domain/job/card.ts';
import { appointmentGate, assignmentGate, jobGate } from '#domain/job/gate.ts';
import type { JobCard } from '#domain/job/job-card.ts';
import { completeJob } from '#domain/job/job-commands.ts';
import { work } from '#domain/job/work-commands.ts';
import type { Instant } from '#domain/time.ts';
import type { Wording } from '../../lib/refusal-params.ts';
import { mayCall } from '../../lib/session.ts';
import { toldText } from '../../lib/told-text.ts';
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
  'appointments.park': 'park',
  'appointments.unpark': 'unpark',
  'appointments.hold': 'holdAppointment',
  'appointments.release': 'releaseAppointment',
  'appointments.confirm': 'confirm',
  'appointments.unconfirm': 'unconfirm',
  'appointments.instructions': 'setInstructions',
  'appointments.externalKey': 'setExternalKey',
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

const STAMPED = {
  'appointments.dispatch': 'dispatch',
  'appointments.arrive': 'arrive',
  'appointments.pause': 'pause',
  'appointments.resumeWork': 'resumeWork',
  'appointments.leave': 'leave',
} as const;

type StampedStep = keyof typeof STAMPED;
export const isStamped = (command: string): command is StampedStep => command in STAMPED;
export type JobOffer = keyof typeof ON_JOB;
type VisitOffer = keyof typeof ON_VISIT;
export type TechnicianOffer = keyof typeof ON_TECHNICIAN;

export type Offers = {
  /** Why not; undefined: it can be done. */
  readonly job: (command: JobOffer) => string | undefined;
  readonly visit: (command: VisitOffer) => string | undefined;
  readonly technician: (command: TechnicianOffer, technicianId: number) => string | undefined;
  /** Why a step the gate allows cannot have happened at that time. */
  readonly stepAt: (step: StampedStep, technicianId: number, at: Instant) => string | undefined;
  readonly completedAt: (at: Instant) => string | undefined;
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
    if (!mayCall(user, command)) return toldText('session.forbidden');
    return refusal ? toldText(refusal.code, refusal.params, wording) : undefined;
  };
  return {
    job: (command) => why(command, jobGate(card, ON_JOB[command])),
    visit: (command) => why(command, appointmentGate(card, visit, ON_VISIT[command])),
    technician: (command, technicianId) =>
      why(command, assignmentGate(card, visit, technicianId, ON_TECHNICIAN[command], workingElsewhere)),
    stepAt: (step, technicianId, at) => {
      const stamp = { appointmentId, technicianId, at, comingBack: false };
      return why(step, refusalOf(work(card, { type: STAMPED[step], ...stamp })));
    },
    completedAt: (completedOn) =>
      why('jobs.complete', refusalOf(completeJob(card, { type: 'completeJob', completedOn }))),
  };
}

const PLANS = [
  'appointments.reschedule',
  'appointments.assign',
  'appointments.unassign',
  'appointments.reassign',
  'appointments.park',
  'appointments.unpark',
] as const;
/** When a visit is, who goes there and which holding lane it stands in: what a draft board changes. */
export const isPlan = (command: string): command is (typeof PLANS)[number] =>
  (PLANS as readonly string[]).includes(command);

/** The same, with everything but the plan withheld for one reason. */
export function plansOnly(offers: Offers, reason: string): Offers {
  const why = (command: string, own: string | undefined) => own ?? (isPlan(command) ? undefined : reason);
  return {
    ...offers,
    job: () => reason,
    visit: (command) => why(command, offers.visit(command)),
    technician: (command, technicianId) => why(command, offers.technician(command, technicianId)),
  };
}

const refusalOf = (decided: Decision<JobCard>): Refusal | null => (decided.ok ? null : decided.refusal);

/** The step that comes next for a technician, in the order of the work. */
export function nextStep(status: string, paused: boolean): TechnicianOffer | null {
  if (status === 'Scheduled') return 'appointments.dispatch';
  if (status === 'Dispatched') return 'appointments.arrive';
  if (status === 'Working') return paused ? 'appointments.resumeWork' : 'appointments.leave';
  return null;
}
