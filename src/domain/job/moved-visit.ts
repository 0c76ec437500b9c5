/** A visit's times moved as a whole: to another day at its own time of day, or by some minutes. */
import {
  addDays,
  addMinutes,
  type Day,
  dayOf,
  daysBetween,
  firstInstantAt,
  type Instant,
  localTime,
  minutesBetween,
} from '../time.ts';
import type { VisitTimes } from './times.ts';

/**
 * The same time of day on `day` in `zone`, as long as it was; the arrival window comes along on its own time of day,
 * since it is what the customer was told. On the night the clocks change an hour that is skipped starts after it, and
 * one that comes twice is the first.
 */
export function movedToDay(times: VisitTimes, day: Day, zone: string): VisitTimes {
  const from = dayOf(times.start, zone);
  const moved = (at: Instant) =>
    firstInstantAt(addDays(day, daysBetween(from, dayOf(at, zone))), localTime(at, zone), zone);
  const start = moved(times.start);
  return {
    start,
    end: addMinutes(start, minutesBetween(times.start, times.end)),
    windowStart: times.windowStart && moved(times.windowStart),
    windowEnd: times.windowEnd && moved(times.windowEnd),
  };
}

/** Earlier (negative) or later; the arrival window stays: it was promised. */
export const movedBy = ({ start, end, ...window }: VisitTimes, minutes: number): VisitTimes => ({
  start: addMinutes(start, minutes),
  end: addMinutes(end, minutes),
  ...window,
});
