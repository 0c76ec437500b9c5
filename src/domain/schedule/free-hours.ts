/**
 * How much of each hour is free: within shifts, taken by nothing. Counted for the board's strip and its table by skill
 * and, over windows, for booking (`capacity/`); a test holds the two ways of counting to one answer.
 */
import { type Instant, msOf, type Span } from '../time.ts';

const HOUR_MS = 3_600_000;

/**
 * Minutes free in each of the hours from `start` on.
 * @param taken in the order of starts; may overlap each other
 */
export function freePerHour(
  shifts: readonly Span[],
  taken: readonly Span[],
  start: Instant,
  hours: number,
): Float64Array {
  const free = new Float64Array(hours);
  const first = msOf(start);
  let counted = Number.NEGATIVE_INFINITY;
  for (const shift of inOrder(shifts)) {
    const end = msOf(shift.end);
    // Where two shifts overlap there is still only one technician.
    let from = Math.max(msOf(shift.start), counted);
    counted = Math.max(counted, end);
    for (const one of taken) {
      const [busyFrom, busyTo] = [msOf(one.start), msOf(one.end)];
      if (busyTo <= from) continue;
      if (busyFrom >= end) break;
      if (busyFrom > from) spread(free, first, from, busyFrom);
      from = Math.max(from, busyTo);
    }
    if (from < end) spread(free, first, from, end);
  }
  return free;
}

const inOrder = (shifts: readonly Span[]): readonly Span[] =>
  shifts.length < 2 ? shifts : [...shifts].sort((a, b) => msOf(a.start) - msOf(b.start));

function spread(free: Float64Array, start: number, from: number, to: number): void {
  const last = Math.min(free.length, Math.ceil((to - start) / HOUR_MS));
  for (let hour = Math.max(0, Math.floor((from - start) / HOUR_MS)); hour < last; hour++) {
    const left = Math.max(from, start + hour * HOUR_MS);
    const right = Math.min(to, start + (hour + 1) * HOUR_MS);
    if (right > left) free[hour]! += (right - left) / 60_000;
  }
}
