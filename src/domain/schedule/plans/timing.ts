/** When each visit of a planned stretch begins: where it can at the time it had, else on the quarter hour. */
import type { RouteFrame, Stop } from '../../planner/problem.ts';

/**
 * Minutes, in the order of the stops, which must fit. Between as early as what is before allows and as late as what
 * comes after allows, the one nearest to the wanted time: what need not move does not.
 * @param wanted the times they have now
 */
export function startsOf(
  frame: RouteFrame,
  stops: readonly Stop[],
  wanted: readonly number[],
  travel: readonly (readonly number[])[],
): readonly number[] {
  const latest: number[] = [];
  let [before, at] = [frame.closes, frame.endPlace];
  for (let index = stops.length - 1; index >= 0; index -= 1) {
    const { place, duration, latest: due } = stops[index]!;
    latest[index] = Math.min(due, before - travel[place]![at]! - duration);
    [before, at] = [latest[index]!, place];
  }
  const starts: number[] = [];
  let free = frame.opens;
  at = frame.startPlace;
  for (const [index, { place, duration, earliest }] of stops.entries()) {
    const soonest = Math.max(earliest, frame.worksFrom ?? frame.opens, free + travel[at]![place]!);
    const start = nearest(wanted[index]!, soonest, latest[index]!);
    starts.push(start);
    [free, at] = [start + duration, place];
  }
  return starts;
}

/** The wanted time if it is between the two; else towards it on a quarter, on five minutes, or as it comes. */
function nearest(wanted: number, soonest: number, latest: number): number {
  if (wanted >= soonest && wanted <= latest) return wanted;
  for (const grid of [15, 5]) {
    const start = wanted < soonest ? Math.ceil(soonest / grid) * grid : Math.floor(latest / grid) * grid;
    if (start >= soonest && start <= latest) return start;
  }
  return wanted < soonest ? soonest : latest;
}
