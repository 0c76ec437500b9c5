/**
 * Plans stops onto routes: ruin and recreate under simulated annealing, at first with the aim of fewer routes.
 *
 * Pure: what it needs of the world it is given, `chance` for its random steps and `spent` for its time.
 */
import type { Chance } from '../chance.ts';
import type { Plan, Problem } from './problem.ts';
import { recreate } from './recreate.ts';
import { ruin } from './ruin.ts';
import {
  copyTours,
  emptyTours,
  type Given,
  givenOf,
  insert,
  planOf,
  reckon,
  stopsOf,
  type Tours,
  takeOff,
} from './tours.ts';

export type Effort = {
  /** Share of the time that is used up; from 1 on the planner stops with the best it has. Asked every few hundred steps. */
  readonly spent: () => number;
  /** Fewest routes before least travel, as benchmarks want it; a day's technicians are there anyway. */
  readonly fewestRoutes: boolean;
  /** Where to begin instead of from nothing: stops of each route in order, which keep everything. */
  readonly from?: Plan['routes'];
  /** How far it may go from there at first, as a share of the mean travel of a stop. */
  readonly heat?: number;
};

const STEPS_BETWEEN_LOOKS = 200;
/** Until this share of the time, fewer routes are looked for. */
const FLEET_SHARE = 0.5;
/** Temperatures, as shares of the mean travel of a stop. */
const HOT = 10;
const COLD = 0.1;
const FLEET_HEAT = 0.1;
/** How often the neighbourhood of somebody left over is ruined; else anywhere. */
const NEAR_ABSENT = 0.9;

/** The best plan found in the time given. Every route keeps its windows, capacity and who may take what. */
export function planRoutes(problem: Problem, chance: Chance, effort: Effort): Plan {
  const given = givenOf(problem);
  const current = emptyTours(problem, given);
  for (const [route, stops] of (effort.from ?? []).entries()) {
    for (const [at, stop] of stops.entries()) {
      insert(current, given, stop, at === 0 ? problem.stops.length + 2 * route : stops[at - 1]!, route);
    }
  }
  const waiting = [...problem.stops.keys()].filter((stop) => current.routeOf[stop] === -1);
  const left = recreate(current, given, waiting, chance);
  const start = effort.fewestRoutes ? FLEET_SHARE : 0;
  if (effort.fewestRoutes && left.length === 0) closeRoutes(current, given, chance, effort.spent);
  return anneal(current, given, chance, effort, Math.min(start, effort.spent()));
}

/**
 * Closes one route after the other while all stops can still be planned. Stops that were often left over weigh more, so
 * that the hard ones find their place first (absence counters of Christiaens and Vanden Berghe 2020, as `ruin.ts`).
 */
function closeRoutes(tours: Tours, given: Given, chance: Chance, spent: () => number): void {
  const { problem, stopCount } = tours;
  const absences = new Float64Array(stopCount);
  const complete = emptyTours(problem, given);
  const trial = emptyTours(problem, given);
  const totalLoad = problem.stops.reduce((sum, { load }) => sum + load, 0);
  const fewest = Math.ceil(totalLoad / Math.max(...problem.routes.map(({ capacity }) => capacity)));
  const weigh = (stops: readonly number[]) => stops.reduce((sum, stop) => sum + absences[stop]!, 0);
  closeEmpty(tours);
  copyTours(tours, complete);
  const heat = (tours.travel / stopCount) * FLEET_HEAT;
  let absent: number[] = [];
  for (let step = 0; ; step += 1) {
    if (step % STEPS_BETWEEN_LOOKS === 0 && spent() >= FLEET_SHARE) break;
    if (absent.length === 0) {
      copyTours(tours, complete);
      const open = [...tours.sizeOf.keys()].filter((route) => tours.sizeOf[route]! > 0);
      if (open.length <= fewest) break;
      const weightOf = (route: number) => weigh(stopsOf(tours, route));
      const lightest = open.reduce((a, b) => (weightOf(b) < weightOf(a) ? b : a));
      absent = stopsOf(tours, lightest);
      for (const stop of absent) takeOff(tours, given, stop);
      reckon(tours, given, lightest);
      tours.closed[lightest] = 1;
    }
    copyTours(tours, trial);
    const seed = chance() < NEAR_ABSENT ? absent[anyOf(absent.length, chance)]! : anyOf(stopCount, chance);
    const missing = recreate(trial, given, [...absent, ...ruin(trial, given, seed, chance)], chance);
    const isBetter =
      missing.length < absent.length ||
      weigh(missing) < weigh(absent) ||
      (missing.length === absent.length && trial.travel < tours.travel - heat * Math.log(chance()));
    for (const stop of missing) absences[stop]! += 1;
    if (!isBetter) continue;
    copyTours(trial, tours);
    absent = missing;
  }
  copyTours(complete, tours);
}

/** Routes without a stop take none: their number is what was made small. */
function closeEmpty(tours: Tours): void {
  for (let route = 0; route < tours.routeCount; route += 1) {
    if (tours.sizeOf[route] === 0) tours.closed[route] = 1;
  }
}

function anneal(
  tours: Tours,
  given: Given,
  chance: Chance,
  { spent, heat: hot = HOT }: Effort,
  from: number,
): Plan {
  const { stopCount } = tours;
  const { stops } = tours.problem;
  const trial = emptyTours(tours.problem, given);
  const best = emptyTours(tours.problem, given);
  copyTours(tours, best);
  const unplannedOf = (some: Tours) => [...stops.keys()].filter((stop) => some.routeOf[stop] === -1);
  // Finite, so that one stop more on a route is always worth its drive.
  const penaltyOf = (stop: number) => Math.min(stops[stop]!.penalty, 1e7);
  const costOf = (some: Tours, left: readonly number[]) =>
    left.reduce((sum, stop) => sum + penaltyOf(stop), some.travel);
  let left = unplannedOf(tours);
  let cost = costOf(tours, left);
  let bestCost = cost;
  const perStop = tours.travel / Math.max(1, stops.length - left.length);
  let heat = perStop * hot;
  for (let step = 0; ; step += 1) {
    if (step % STEPS_BETWEEN_LOOKS === 0) {
      const share = (spent() - from) / (1 - from);
      if (share >= 1) break;
      heat = perStop * hot * (COLD / hot) ** share;
    }
    copyTours(tours, trial);
    const missing = recreate(
      trial,
      given,
      [...left, ...ruin(trial, given, anyOf(stopCount, chance), chance)],
      chance,
    );
    const tried = costOf(trial, missing);
    if (tried >= cost - heat * Math.log(chance())) continue;
    copyTours(trial, tours);
    left = missing;
    cost = tried;
    if (cost >= bestCost) continue;
    bestCost = cost;
    copyTours(tours, best);
  }
  return planOf(best, given);
}

const anyOf = (count: number, chance: Chance): number => Math.floor(chance() * count);
