/** A job whose cancellation is removed: its visits whose time has passed meanwhile are planned anew. */
import type { Refusal } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { Instant } from '../time.ts';
import { wasWorked } from './card.ts';
import { isUnfinished } from './derive.ts';
import type { Appointment, JobCard } from './job-card.ts';

/**
 * Visits that would come back into the past, where nobody sees them: their time is over and nobody was there. A visit
 * with hours on it stays where the hours are (ours: domain-rules §2 speaks of the technicians' time only).
 */
export const visitsToPlanAnew = (card: JobCard, now: Instant): readonly Appointment[] =>
  card.appointments.filter((one) => isUnfinished(one) && one.end <= now && !wasWorked(card, one.id));

/**
 * Null when each of them, and no other, is given a time that is not over. Else `job.visits_past` with those that are
 * left, or `job.visit_keeps_time` for one that has its own time still, and its technicians.
 */
export function returnRefusal(
  card: JobCard,
  planned: readonly { readonly appointmentId: Id; readonly end: Instant }[],
  now: Instant,
): Refusal | null {
  const anew = visitsToPlanAnew(card, now);
  const other = planned.find(({ appointmentId }) => !anew.some(({ id }) => id === appointmentId));
  if (other) return { code: 'job.visit_keeps_time', params: { appointmentId: other.appointmentId } };
  const ahead = new Set(planned.filter(({ end }) => end > now).map(({ appointmentId }) => appointmentId));
  const left = anew.filter(({ id }) => !ahead.has(id));
  return left.length === 0
    ? null
    : { code: 'job.visits_past', params: { appointmentIds: left.map(({ id }) => id), end: left[0]!.end } };
}
