import { atLocalTime, type Day, dayOf, type Instant, msOf } from '#domain/time.ts';
import type { Lane } from './day/day-index.ts';

const HALF_HOUR_MS = 30 * 60_000;

/** A time in ms since 1970, and how much of the lanes' width stays before it. */
export type FirstTime = { readonly at: number; readonly share: number };

/**
 * Where the axis is first scrolled to: today now at a third, so that what runs and what comes next are both in view;
 * another day half an hour before its first shift, or 7:00 when nobody works.
 */
export function usualStart(
  lanes: readonly Pick<Lane, 'known'>[],
  day: Day,
  dayStart: Instant,
  now: Instant,
  zone: string,
): FirstTime {
  if (dayOf(now, zone) === day) return { at: msOf(now), share: 1 / 3 };
  const first = lanes
    .flatMap(({ known }) => known.shifts.map(({ start }) => start))
    .filter((at) => at >= dayStart)
    .reduce<Instant | null>((least, at) => (least === null || at < least ? at : least), null);
  if (first !== null) return { at: msOf(first) - HALF_HOUR_MS, share: 0 };
  const seven = atLocalTime(day, '07:00', zone);
  return { at: seven.kind === 'unique' ? msOf(seven.instant) : msOf(dayStart), share: 0 };
}
