/** Where the scrubber can go from a past minute. Pure. */
import type { Moves } from '#contract/moves.ts';
import {
  addMinutes,
  dayOf,
  daySpan,
  earlierOf,
  type Instant,
  laterOf,
  minutesBetween,
} from '#domain/time.ts';

/** What the scrubber runs over: the day of `at` on the board's clock, 23 or 25 hours long twice a year, until now. */
export function reachOf(at: Instant, zone: string, now: Instant) {
  const { start, end } = daySpan(dayOf(at, zone), zone);
  const last = earlierOf(end, now);
  return { start, end: last, minutes: Math.max(0, Math.floor(minutesBetween(start, last))) };
}

/** A step by minutes, never past now. */
export const stepBy = (at: Instant, minutes: number, now: Instant): Instant =>
  earlierOf(addMinutes(at, minutes), now);

type Steps = Pick<Moves, 'times' | 'earlier' | 'later'>;

/** The first change after `at`, on a later day if there is none left on this one; null: nothing changed since. */
export const nextChange = (steps: Steps | undefined, at: Instant): Instant | null =>
  steps ? (steps.times.find((time) => time > at) ?? steps.later) : null;

/** The moment before the change that made it what it is: one step back shows what that change found. */
export const changeBefore = (steps: Steps | undefined, at: Instant): Instant | null =>
  steps ? (steps.times.findLast((time) => time < at) ?? steps.earlier) : null;

/** Where the marks stand along the scrubber, in thousandths; those that fall on one place are one. */
export function marksOf(
  times: readonly Instant[],
  { start, end }: { start: Instant; end: Instant },
): number[] {
  const whole = minutesBetween(start, laterOf(end, addMinutes(start, 1)));
  return [...new Set(times.map((time) => Math.round((1000 * minutesBetween(start, time)) / whole)))];
}
