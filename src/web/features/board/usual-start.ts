import { atLocalTime, type Day, dayOf, type Instant, msOf } from '#domain/time.ts';
import type { Lane } from './day/day-index.ts';

const HALF_HOUR_MS = 30 * 60_000;

/**
 * Where the axis is first scrolled to: half an hour before the first shift, or before now when the day has begun
 * earlier than that; 7:00 on a day nobody works.
 */
export function usualStart(
  lanes: readonly Lane[],
  day: Day,
  dayStart: Instant,
  now: Instant,
  zone: string,
): number {
  const starts = lanes
    .flatMap(({ known }) => known.shifts.map(({ start }) => start))
    .filter((at) => at >= dayStart);
  if (dayOf(now, zone) === day) starts.push(now);
  const first = starts.reduce<Instant | null>(
    (least, at) => (least === null || at < least ? at : least),
    null,
  );
  if (first !== null) return msOf(first) - HALF_HOUR_MS;
  const seven = atLocalTime(day, '07:00', zone);
  return seven.kind === 'unique' ? msOf(seven.instant) : msOf(dayStart);
}
