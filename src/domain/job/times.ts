/** The times of an appointment: order, and how long one may be. */
import { allow, type Decision, refuse } from '../decision.ts';
import { type Instant, minutesBetween } from '../time.ts';

/** When a visit is planned, and when it was promised: the window has both ends or none. */
export type VisitTimes = {
  readonly start: Instant;
  readonly end: Instant;
  readonly windowStart: Instant | null;
  readonly windowEnd: Instant | null;
};

/** Longer is a mistyped date; the board finds a day's appointments by looking back this far. */
export const MAX_APPOINTMENT_DAYS = 31;

/** End after start, at most 31 days; an arrival window has both ends or none, and ends after it starts. */
export function checkTimes({ start, end, windowStart, windowEnd }: VisitTimes): Decision<null> {
  if (end <= start) return refuse('appointment.end_before_start', { start, end });
  if (minutesBetween(start, end) > MAX_APPOINTMENT_DAYS * 24 * 60) {
    return refuse('appointment.too_long', { start, end, maxDays: MAX_APPOINTMENT_DAYS });
  }
  if (windowStart === null && windowEnd === null) return allow(null);
  return windowStart !== null && windowEnd !== null && windowStart < windowEnd
    ? allow(null)
    : refuse('appointment.window_end_before_start', { windowStart, windowEnd });
}
