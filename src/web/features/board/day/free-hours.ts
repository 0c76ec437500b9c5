/** Free technician time per hour: the strip over the hours. */
import { type Instant, msOf } from '#domain/time.ts';
import type { Lane } from './day-index.ts';

const HOUR_MS = 3_600_000;
const remembered = new WeakMap<Lane, { start: Instant; free: Float64Array }>();

/** Minutes per hour of [start, end), summed over the lanes: within shifts, not taken by anything. */
export function freeMinutes(lanes: readonly Lane[], start: Instant, end: Instant): readonly number[] {
  const hours = Math.ceil((msOf(end) - msOf(start)) / HOUR_MS);
  const sum = new Array<number>(hours).fill(0);
  for (const lane of lanes) {
    let known = remembered.get(lane);
    if (known?.start !== start) {
      known = { start, free: freeOf(lane, msOf(start), hours) };
      remembered.set(lane, known);
    }
    for (let hour = 0; hour < hours; hour++) sum[hour]! += known.free[hour]!;
  }
  return sum;
}

function freeOf({ taken, known }: Lane, start: number, hours: number): Float64Array {
  const free = new Float64Array(hours);
  for (const shift of known.shifts) {
    let from = msOf(shift.start);
    // `taken` is in the order of starts: what lies between the ranges is free.
    for (const one of taken) {
      const [busyFrom, busyTo] = [msOf(one.start), msOf(one.end)];
      if (busyTo <= from) continue;
      if (busyFrom >= msOf(shift.end)) break;
      if (busyFrom > from) spread(free, start, from, busyFrom);
      from = Math.max(from, busyTo);
    }
    if (from < msOf(shift.end)) spread(free, start, from, msOf(shift.end));
  }
  return free;
}

function spread(free: Float64Array, start: number, from: number, to: number): void {
  for (let hour = 0; hour < free.length; hour++) {
    const left = Math.max(from, start + hour * HOUR_MS);
    const right = Math.min(to, start + (hour + 1) * HOUR_MS);
    if (right > left) free[hour]! += (right - left) / 60_000;
  }
}
