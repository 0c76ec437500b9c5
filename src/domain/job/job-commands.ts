/** Commands on the whole job: what each does once the gate is open (domain-rules §2). */
import { allow, type Decision, type Refusal, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { Instant } from '../time.ts';
import {
  appointmentOf,
  changeAssignments,
  changeJob,
  ended,
  newAppointment,
  withoutDispatch,
} from './card.ts';
import type { DecisionContext, JobCommand } from './commands.ts';
import { isUnfinished } from './derive.ts';
import { billingRefusal } from './freeze.ts';
import type { Assignment, JobCard, ReasonCode, ReasonGiven } from './job-card.ts';
import { checkTimes } from './times.ts';

type Of<T extends JobCommand['type']> = Extract<JobCommand, { type: T }>;

/** Ids come from set-up lists; whether the list holds this one, and still uses it, the backend looks up. */
export function reasonGiven(
  command: { readonly reasonId: Id | null; readonly code?: ReasonCode; readonly memo: string },
  context: DecisionContext,
): Decision<ReasonGiven> {
  const { reasonId, code, memo } = command;
  if (reasonId === null && code) return allow({ reasonId, code, memo, by: context.actorId, at: context.now });
  return reasonId !== null && Number.isSafeInteger(reasonId) && reasonId > 0
    ? allow({ reasonId, memo, by: context.actorId, at: context.now })
    : refuse('job.reason_required');
}

/** Refuses with `job.frozen` or `job.invoice_not_pending` what the invoice has settled. */
export function update(card: JobCard, { changes }: Of<'update'>): Decision<JobCard> {
  const refusal = billingRefusal(card, changes);
  return refusal ? { ok: false, refusal } : allow(changeJob(card, changes));
}

/** Holds every unfinished appointment; one already held keeps its own reason. Someone on the way is called off. */
export function holdJob(card: JobCard, command: Of<'holdJob'>, context: DecisionContext): Decision<JobCard> {
  const reason = reasonGiven(command, context);
  if (!reason.ok) return reason;
  const appointments = card.appointments.map((one) =>
    isUnfinished(one) && !one.hold ? { ...one, hold: reason.value } : one,
  );
  const held = { ...changeJob(card, { hold: reason.value }), appointments };
  return allow(changeAssignments(held, ({ appointmentId }) => isHeld(held, appointmentId), withoutDispatch));
}

const isHeld = (card: JobCard, appointmentId: Id): boolean =>
  appointmentOf(card, appointmentId).hold !== null;

/** Releases every appointment, also one that was held on its own; what is deleted stays as it was. */
export const resumeJob = (card: JobCard): Decision<JobCard> =>
  allow({
    ...changeJob(card, { hold: null }),
    appointments: card.appointments.map((one) => (one.active ? { ...one, hold: null } : one)),
  });

/** Releases the technicians' time at once. Those who are Done stay: their stamps are payroll's. */
export function cancelJob(
  card: JobCard,
  command: Of<'cancelJob'>,
  context: DecisionContext,
): Decision<JobCard> {
  const reason = reasonGiven(command, context);
  if (!reason.ok) return reason;
  const canceled = changeJob(card, { canceled: reason.value });
  return allow(changeAssignments(canceled, ({ status }) => status !== 'Done', ended('cancel')));
}

/**
 * Brings back every assignment the cancel ended, as Scheduled. The backend then checks their time: those whose time
 * is no longer free it takes away again and lists (domain-rules §2).
 */
export const removeCancellation = (card: JobCard): Decision<JobCard> =>
  allow({
    ...changeJob(card, { canceled: null }),
    assignments: card.assignments.map((one) =>
      one.endedBy === 'cancel' ? { ...one, active: true, endedBy: null } : one,
    ),
  });

/**
 * Ends who is Working at `completedOn` and drops who never came. Someone who came, left and was to come back counts
 * as Done when they left (ours: dropping them would lose the one who did the work). Holds end with the job.
 */
export function completeJob(card: JobCard, { completedOn }: Of<'completeJob'>): Decision<JobCard> {
  const tooEarly = latestArrivalRefusal(card, completedOn);
  if (tooEarly) return { ok: false, refusal: tooEarly };
  const completed: JobCard = {
    ...changeJob(card, { completedOn, hold: null }),
    appointments: card.appointments.map((one) => ({ ...one, hold: null })),
  };
  return allow(changeAssignments(completed, ({ status }) => status !== 'Done', endAt(completedOn)));
}

/** A job is not completed before somebody is known to have been at work on it. */
export function latestArrivalRefusal(card: JobCard, completedOn: Instant): Refusal | null {
  const late = card.assignments.find((one) => one.active && lastAtWork(one) > completedOn);
  if (!late) return null;
  const { technicianId, appointmentId } = late;
  const params = { completedOn, arrivedOn: lastAtWork(late), technicianId, appointmentId };
  return { code: 'job.completed_before_arrival', params };
}

/** The latest instant the technician is known to have been at work; '' (before everything) if never. */
const lastAtWork = ({ arrivedOn, pausedOn, resumedOn }: Assignment): string =>
  [arrivedOn, pausedOn, resumedOn].reduce<string>((last, at) => (at && at > last ? at : last), '');

const endAt =
  (completedOn: Instant) =>
  (assignment: Assignment): Assignment => {
    if (assignment.status !== 'Working' && assignment.arrivedOn === null)
      return ended('complete')(assignment);
    const doneOn = assignment.status === 'Working' ? completedOn : (assignment.pausedOn ?? completedOn);
    return { ...withoutDispatch(assignment), status: 'Done', paused: false, doneOn };
  };

/** Appointments that were unused are planned again; who was dropped is not brought back. */
export const reopenJob = (card: JobCard): Decision<JobCard> => allow(changeJob(card, { completedOn: null }));

/** One visit more, in the tray; numbered after all the job ever had. Refuses what `checkTimes` refuses. */
export function addAppointment(card: JobCard, command: Of<'addAppointment'>): Decision<JobCard> {
  const { appointmentId: id, start, end, windowStart, windowEnd, specialInstructions } = command;
  const times = checkTimes(command);
  if (!times.ok) return times;
  const number = 1 + Math.max(0, ...card.appointments.map((one) => one.number)); // deleted ones keep theirs
  const planned = { id, jobId: card.job.id, number, start, end, windowStart, windowEnd, specialInstructions };
  return allow({ ...card, appointments: [...card.appointments, newAppointment(planned)] });
}
