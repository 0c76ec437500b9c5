/**
 * Takes neighbouring strings of stops off neighbouring routes (slack induction by string removals, Christiaens and
 * Vanden Berghe, Transportation Science 2020): what is taken away together can come back better.
 */
import type { Chance } from '../chance.ts';
import { type Given, reckon, stopsOf, type Tours, takeOff } from './tours.ts';

/** Mean number of stops taken off at once. */
const MEAN_REMOVED = 10;
const LONGEST_STRING = 10;
/** How often a string is cut out around stops that stay, and how often one more of those stays. */
const SPLIT = 0.5;
const SPLIT_DEEPER = 0.5;

/** Takes stops off around `seed`, which may be on no route itself. Answers them; their routes are reckoned anew. */
export function ruin(tours: Tours, given: Given, seed: number, chance: Chance): number[] {
  const removed: number[] = [];
  let used = 0;
  let planned = 0;
  for (let route = 0; route < tours.routeCount; route += 1) {
    if (tours.sizeOf[route]! > 0) used += 1;
    planned += tours.sizeOf[route]!;
  }
  if (used === 0) return removed;
  const longest = Math.min(LONGEST_STRING, planned / used);
  const mostStrings = (4 * MEAN_REMOVED) / (1 + longest) - 1;
  const strings = Math.floor(chance() * mostStrings + 1);
  const ruined = new Set<number>();
  for (const stop of given.near[seed]!) {
    if (ruined.size >= strings) break;
    const route = tours.routeOf[stop]!;
    if (route === -1 || ruined.has(route)) continue;
    ruined.add(route);
    const most = Math.min(tours.sizeOf[route]!, longest);
    const length = Math.floor(chance() * most + 1);
    for (const one of stringAround(stopsOf(tours, route), stop, length, chance)) {
      takeOff(tours, given, one);
      removed.push(one);
    }
    reckon(tours, given, route);
  }
  return removed;
}

/** `length` stops of a route around `stop`; at times with some in between that stay. */
function stringAround(route: readonly number[], stop: number, length: number, chance: Chance): number[] {
  const at = route.indexOf(stop);
  let kept = 0;
  if (length > 1 && length < route.length && chance() < SPLIT) {
    kept = 1;
    while (length + kept < route.length && chance() > SPLIT_DEEPER) kept += 1;
  }
  const whole = length + kept;
  const firstFrom = Math.max(0, at - whole + 1);
  const firstTo = Math.min(at, route.length - whole);
  const first = firstFrom + Math.floor(chance() * (firstTo - firstFrom + 1));
  const string = route.slice(first, first + whole);
  if (kept > 0) string.splice(Math.floor(chance() * (length + 1)), kept);
  return string;
}
