/** Puts stops back where they add the least travel. */
import type { Chance } from '../chance.ts';
import { type Given, insert, type Tours } from './tours.ts';

/** How often a place is overlooked: what is always greedy finds the same plan again (Christiaens, Vanden Berghe 2020). */
const BLINK = 0.01;

/**
 * Inserts each of `stops`, in an order that changes from time to time, at its cheapest place. Answers those that fit
 * nowhere, or whose place costs more than leaving them out.
 */
export function recreate(tours: Tours, given: Given, stops: number[], chance: Chance): number[] {
  sortForInsertion(stops, given, chance);
  const left: number[] = [];
  for (const stop of stops) {
    // What was only overlooked is no reason to leave it out.
    if (!insertBest(tours, given, stop, chance, BLINK) && !insertBest(tours, given, stop, chance, 0))
      left.push(stop);
  }
  return left;
}

function insertBest(tours: Tours, given: Given, stop: number, chance: Chance, blink: number): boolean {
  const { next, early, late, stopCount } = tours;
  const { place, travel, placeCount, ready, due, duration, cost, worksFrom, emptyTravel } = given;
  const may = given.may[stop]!;
  const at = place[stop]!;
  const atRow = at * placeCount;
  const [opens, closes, takes, load] = [ready[stop]!, due[stop]!, duration[stop]!, given.load[stop]!];
  let best = tours.problem.stops[stop]!.penalty;
  let bestBefore = -1;
  let bestRoute = -1;
  let triedEmpty = -1;
  for (let route = 0; route < tours.routeCount; route += 1) {
    if (tours.closed[route] === 1 || may[route] === 0) continue;
    if (tours.loadOf[route]! + load > tours.problem.routes[route]!.capacity) continue;
    const isEmpty = tours.sizeOf[route] === 0;
    if (isEmpty) {
      // Of routes that are alike the first empty one stands for all.
      if (given.twin[route] === triedEmpty) continue;
      triedEmpty = given.twin[route]!;
    }
    const start = stopCount + 2 * route;
    const soonest = worksFrom[route]! > opens ? worksFrom[route]! : opens;
    const extra = cost[stop * tours.routeCount + route]!;
    const saved = emptyTravel[route]!;
    for (let before = start; before !== start + 1; before = next[before]!) {
      const fromRow = place[before]! * placeCount;
      const there = early[before]! + duration[before]! + travel[fromRow + at]!;
      // Later on the route one is there later still.
      if (there > closes || soonest > closes) break;
      const begins = there > soonest ? there : soonest;
      const after = next[before]!;
      const onward = travel[atRow + place[after]!]!;
      if (begins + takes + onward > late[after]!) continue;
      const added =
        travel[fromRow + at]! + onward + extra - (isEmpty ? saved : travel[fromRow + place[after]!]!);
      if (added >= best || chance() < blink) continue;
      best = added;
      bestBefore = before;
      bestRoute = route;
    }
  }
  if (bestRoute === -1) return false;
  insert(tours, given, stop, bestBefore, bestRoute);
  return true;
}

/** Weights of the orders, as in the paper's form with time windows. */
type Order = (stop: number, given: Given) => number;
const ORDERS: readonly (readonly [weight: number, order: Order | null])[] = [
  [4, null],
  [4, (stop, given) => -given.load[stop]!],
  [2, (stop, given) => -fromStart(stop, given)],
  [1, fromStart],
  [2, (stop, given) => given.due[stop]! - given.ready[stop]!],
  [2, (stop, given) => given.ready[stop]!],
  [2, (stop, given) => -given.due[stop]!],
];
const ALL_WEIGHTS = ORDERS.reduce((sum, [weight]) => sum + weight, 0);

function fromStart(stop: number, given: Given): number {
  // The first route's start stands for all.
  const start = given.place[given.near.length]!;
  return given.travel[start * given.placeCount + given.place[stop]!]!;
}

function sortForInsertion(stops: number[], given: Given, chance: Chance): void {
  let drawn = chance() * ALL_WEIGHTS;
  const [, order] = ORDERS.find(([weight]) => {
    drawn -= weight;
    return drawn < 0;
  })!;
  if (order) {
    stops.sort((a, b) => order(a, given) - order(b, given));
    return;
  }
  for (let index = stops.length - 1; index > 0; index -= 1) {
    const other = Math.floor(chance() * (index + 1));
    [stops[index], stops[other]] = [stops[other]!, stops[index]!];
  }
}
