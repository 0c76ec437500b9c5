/** Commands on one appointment: what each does once the gate is open (domain-rules §2). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import {
  appointmentOf,
  assignmentsOf,
  changeAppointment,
  changeAssignments,
  ended,
  withoutDispatch,
} from './card.ts';
import type { DecisionContext, JobCommand } from './commands.ts';
import type { Assignment, JobCard } from './job-card.ts';
import { reasonGiven } from './job-commands.ts';
import { checkTimes, type VisitTimes } from './times.ts';

type Of<T extends JobCommand['type']> = Extract<JobCommand, { type: T }>;

/** Why a hard guard was overridden, as it is kept on the assignment whose time was taken. */
export const overrideBy = (
  reason: string | undefined,
  { actorId, now }: Pick<DecisionContext, 'actorId' | 'now'>,
): Assignment['override'] => (reason ? { reason, by: actorId, at: now } : null);

/**
 * Moves the appointment. Everyone assigned moves along, so whoever is on the way must be called off
 * (`cancelDispatch`), and their new time is taken with this command's override or none.
 */
export function moveTo(
  card: JobCard,
  appointmentId: Id,
  times: VisitTimes,
  options: { readonly cancelDispatch: boolean; readonly override: Assignment['override'] },
): Decision<JobCard> {
  const order = checkTimes(times);
  if (!order.ok) return order;
  const onTheWay = assignmentsOf(card, appointmentId).filter(({ status }) => status === 'Dispatched');
  if (onTheWay.length > 0 && !options.cancelDispatch) {
    const technicianIds = onTheWay.map(({ technicianId }) => technicianId);
    return refuse('appointment.dispatched_needs_cancel_dispatch', { appointmentId, technicianIds });
  }
  const before = appointmentOf(card, appointmentId);
  const takesNewTime = before.start !== times.start || before.end !== times.end;
  const moved = changeAppointment(card, appointmentId, times);
  return allow(
    changeAssignments(
      moved,
      (one) => one.appointmentId === appointmentId,
      (one) => ({ ...withoutDispatch(one), override: takesNewTime ? options.override : one.override }),
    ),
  );
}

/** Any subset of start, end and arrival window; what is left out stays. */
export function reschedule(
  card: JobCard,
  command: Of<'reschedule'>,
  context: DecisionContext,
): Decision<JobCard> {
  const before = appointmentOf(card, command.appointmentId);
  const times: VisitTimes = {
    start: command.start ?? before.start,
    end: command.end ?? before.end,
    windowStart: command.windowStart === undefined ? before.windowStart : command.windowStart,
    windowEnd: command.windowEnd === undefined ? before.windowEnd : command.windowEnd,
  };
  return moveTo(card, command.appointmentId, times, {
    cancelDispatch: command.cancelDispatch ?? false,
    override: overrideBy(command.overrideReason, context),
  });
}

/** Nothing on hold can be on the way, so whoever is gets called off (ours). */
export function holdAppointment(
  card: JobCard,
  command: Of<'holdAppointment'>,
  context: DecisionContext,
): Decision<JobCard> {
  const reason = reasonGiven(command, context);
  if (!reason.ok) return reason;
  const { appointmentId } = command;
  const held = changeAppointment(card, appointmentId, { hold: reason.value });
  return allow(changeAssignments(held, (one) => one.appointmentId === appointmentId, withoutDispatch));
}

/** Takes the technicians' time again: the caller checks it with `checkSchedule`. */
export const releaseAppointment = (
  card: JobCard,
  { appointmentId }: Of<'releaseAppointment'>,
): Decision<JobCard> => allow(changeAppointment(card, appointmentId, { hold: null }));

export const setConfirmed = (
  card: JobCard,
  { appointmentId, type }: Of<'confirm' | 'unconfirm'>,
): Decision<JobCard> => allow(changeAppointment(card, appointmentId, { isConfirmed: type === 'confirm' }));

export const setInstructions = (
  card: JobCard,
  { appointmentId, text }: Of<'setInstructions'>,
): Decision<JobCard> => allow(changeAppointment(card, appointmentId, { specialInstructions: text }));

export const setExternalKey = (
  card: JobCard,
  { appointmentId, externalKey }: Of<'setExternalKey'>,
): Decision<JobCard> => allow(changeAppointment(card, appointmentId, { externalKey }));

/** Kept for history, takes no part in anything; whoever is on the way is called off. */
export const deleteAppointment = (
  card: JobCard,
  { appointmentId }: Of<'deleteAppointment'>,
): Decision<JobCard> =>
  allow(
    changeAssignments(
      changeAppointment(card, appointmentId, { active: false }),
      (one) => one.appointmentId === appointmentId,
      ended('unassign'),
    ),
  );
