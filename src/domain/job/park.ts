/** Holding lanes: a visit parked at a time without anybody's time, once the gate is open (reference/features.md, G10). */
import { allow, type Decision } from '../decision.ts';
import { moveTo } from './appointment-commands.ts';
import { appointmentOf, changeAppointment, changeAssignments, ended } from './card.ts';
import type { JobCommand } from './commands.ts';
import type { JobCard } from './job-card.ts';

type Of<T extends JobCommand['type']> = Extract<JobCommand, { type: T }>;

/**
 * Unassign, new times and the lane in one: the visit leaves everybody who was to go, and whoever is on the way must be
 * called off (`cancelDispatch`). What was promised to the customer stays. In its own lane it only moves.
 */
export function park(card: JobCard, command: Of<'park'>): Decision<JobCard> {
  const { appointmentId, holdingLaneId, cancelDispatch = false } = command;
  const { start, end, windowStart, windowEnd } = appointmentOf(card, appointmentId);
  const times = { start: command.start ?? start, end: command.end ?? end, windowStart, windowEnd };
  const moved = moveTo(card, appointmentId, times, { cancelDispatch, override: null });
  if (!moved.ok) return moved;
  const free = changeAssignments(
    moved.value,
    (one) => one.appointmentId === appointmentId,
    ended('unassign'),
  );
  return allow(changeAppointment(free, appointmentId, { holdingLaneId }));
}

/** Its time stays, so that it comes back to the tray as it was parked. */
export const unpark = (card: JobCard, { appointmentId }: Of<'unpark'>): Decision<JobCard> =>
  allow(changeAppointment(card, appointmentId, { holdingLaneId: null }));
