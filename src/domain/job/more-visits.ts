/** Visits made from another one of the job: the rest of it after a split, and one like it (domain-rules §2, §4). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { addMinutes, minutesBetween } from '../time.ts';
import { moveTo, overrideBy } from './appointment-commands.ts';
import { assign } from './assignment-commands.ts';
import { appointmentOf, changeAppointment } from './card.ts';
import type { DecisionContext, JobCommand, MadeVisit } from './commands.ts';
import type { JobCard } from './job-card.ts';
import { addAppointment } from './job-commands.ts';

type Of<T extends JobCommand['type']> = Extract<JobCommand, { type: T }>;

/** With the special instructions of the one it is made from; the customer has confirmed that one, not this. */
function withVisit(
  card: JobCard,
  from: Id,
  { id, start, windowStart, windowEnd, technicians }: MadeVisit,
  minutes: number,
  context: DecisionContext,
  overrideReason: string | undefined,
): Decision<JobCard> {
  const { specialInstructions, holdingLaneId } = appointmentOf(card, from);
  const added = addAppointment(card, {
    type: 'addAppointment',
    appointmentId: id,
    start,
    end: addMinutes(start, minutes),
    windowStart,
    windowEnd,
    specialInstructions,
  });
  if (!added.ok) return added;
  // Nobody's as the one it is made from: beside it, not in the tray.
  if (technicians.length === 0) return allow(changeAppointment(added.value, id, { holdingLaneId }));
  const said = overrideReason ? { overrideReason } : {};
  return assign(added.value, { type: 'assign', appointmentId: id, technicians, ...said }, context);
}

/**
 * The visit ends at `at`, with its crew, window and start; what is left of it is a visit more. Its end moves, so it is
 * under the guards of a reschedule: whoever is on the way must be called back.
 */
export function splitAppointment(
  card: JobCard,
  command: Of<'splitAppointment'>,
  context: DecisionContext,
): Decision<JobCard> {
  const { appointmentId, at, second, cancelDispatch = false, overrideReason } = command;
  const { start, end, windowStart, windowEnd } = appointmentOf(card, appointmentId);
  if (at <= start || at >= end) return refuse('appointment.split_outside', { appointmentId, at, start, end });
  const shorter = moveTo(
    card,
    appointmentId,
    { start, end: at, windowStart, windowEnd },
    { cancelDispatch, override: overrideBy(overrideReason, context) },
  );
  return shorter.ok
    ? withVisit(shorter.value, appointmentId, second, minutesBetween(at, end), context, overrideReason)
    : shorter;
}

/** As long as the visit it is a copy of. */
export function duplicateAppointment(
  card: JobCard,
  { appointmentId, copy, overrideReason }: Of<'duplicateAppointment'>,
  context: DecisionContext,
): Decision<JobCard> {
  const { start, end } = appointmentOf(card, appointmentId);
  return withVisit(card, appointmentId, copy, minutesBetween(start, end), context, overrideReason);
}
