/** Free technician time per hour: the strip over the hours, and the table by skill. */
import { freePerHour } from '#domain/schedule/free-hours.ts';
import { type Instant, msOf } from '#domain/time.ts';
import type { Lane } from './day-index.ts';

const HOUR_MS = 3_600_000;
const remembered = new WeakMap<Lane, { start: Instant; free: Float64Array }>();

export const hoursBetween = (start: Instant, end: Instant): number =>
  Math.ceil((msOf(end) - msOf(start)) / HOUR_MS);

/** Minutes per hour of [start, end), summed over the lanes: within shifts, not taken by anything. */
export function freeMinutes(lanes: readonly Lane[], start: Instant, end: Instant): readonly number[] {
  const hours = hoursBetween(start, end);
  const sum = new Array<number>(hours).fill(0);
  for (const lane of lanes) {
    const free = freeOf(lane, start, hours);
    for (let hour = 0; hour < hours; hour++) sum[hour]! += free[hour]!;
  }
  return sum;
}

/** Of one technician; remembered as long as nobody touches the lane. */
export function freeOf(lane: Lane, start: Instant, hours: number): Float64Array {
  let known = remembered.get(lane);
  if (known?.start !== start || known.free.length !== hours) {
    known = { start, free: freePerHour(lane.known.shifts, lane.taken, start, hours) };
    remembered.set(lane, known);
  }
  return known.free;
}
