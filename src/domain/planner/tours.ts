/**
 * The planner's working state: every route as a linked list with the earliest and latest start of each stop, so that
 * whether a stop fits between two others is answered without walking the route (Savelsbergh's forward slack).
 *
 * Nodes: stops 0…n−1, then for route r its start n+2r and its end n+2r+1. Changed in place, because a plan is tried
 * hundreds of thousands of times; `planner.ts` is pure to its callers.
 */
import type { Plan, Problem } from './problem.ts';

export type Tours = {
  readonly problem: Problem;
  readonly stopCount: number;
  readonly routeCount: number;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Route of a stop, −1: on none. */
  readonly routeOf: Int32Array;
  /** Earliest start of work with all before it as early as possible. */
  readonly early: Float64Array;
  /** Latest start of work with which all after it can still be kept. */
  readonly late: Float64Array;
  readonly loadOf: Float64Array;
  readonly sizeOf: Int32Array;
  /** 1: takes no stops (a fleet that is being made smaller). */
  readonly closed: Uint8Array;
  /** Travel of all routes, and what stops cost beside it where they are. */
  travel: number;
};

/** What never changes while a problem is solved, flat for speed. */
export type Given = {
  readonly placeCount: number;
  readonly place: Int32Array;
  readonly travel: Float64Array;
  readonly ready: Float64Array;
  readonly due: Float64Array;
  readonly duration: Float64Array;
  readonly load: Float64Array;
  /** Per stop, the others by travel there and back, nearest first. */
  readonly near: readonly Int32Array[];
  /** Per stop, 1 for each route that may take it. */
  readonly may: readonly Uint8Array[];
  /** Routes that are the same but for their number share this number: an empty one is as good as the next. */
  readonly twin: Int32Array;
  /** Per stop and route (`stop * routeCount + route`), what it costs there beside the drive. */
  readonly cost: Float64Array;
  readonly worksFrom: Float64Array;
  readonly emptyTravel: Float64Array;
};

/** Flat copies and the nearest stops of each: once per problem. */
export function givenOf({ stops, routes, travel }: Problem): Given {
  const n = stops.length;
  const nodes = n + 2 * routes.length;
  const placeCount = travel.length;
  const given = {
    placeCount,
    place: new Int32Array(nodes),
    travel: Float64Array.from(travel.flat()),
    ready: new Float64Array(nodes),
    due: new Float64Array(nodes),
    duration: new Float64Array(nodes),
    load: new Float64Array(nodes),
    twin: new Int32Array(routes.length),
    cost: Float64Array.from(stops.flatMap(({ costs }) => routes.map((_, route) => costs?.[route] ?? 0))),
    worksFrom: Float64Array.from(routes, ({ worksFrom, opens }) => worksFrom ?? opens),
    emptyTravel: Float64Array.from(routes, ({ emptyTravel }) => emptyTravel ?? 0),
  };
  for (const [index, stop] of stops.entries()) {
    given.place[index] = stop.place;
    given.ready[index] = stop.earliest;
    given.due[index] = stop.latest;
    given.duration[index] = stop.duration;
    given.load[index] = stop.load;
  }
  const twins = new Map<string, number>();
  for (const [index, route] of routes.entries()) {
    for (const [node, place] of [
      [n + 2 * index, route.startPlace],
      [n + 2 * index + 1, route.endPlace],
    ] as const) {
      given.place[node] = place;
      given.ready[node] = route.opens;
      given.due[node] = route.closes;
    }
    const mayTake = stops.map((stop) => (stop.routes === null || stop.routes.includes(index) ? 1 : 0));
    const costs = stops.some((stop) => stop.costs) ? stops.map((stop) => stop.costs?.[index] ?? 0) : [];
    const key = [
      ...Object.values(route),
      given.worksFrom[index],
      given.emptyTravel[index],
      mayTake.join(''),
      ...costs,
    ].join(' ');
    if (!twins.has(key)) twins.set(key, index);
    given.twin[index] = twins.get(key)!;
  }
  const between = (a: number, b: number) =>
    travel[stops[a]!.place]![stops[b]!.place]! + travel[stops[b]!.place]![stops[a]!.place]!;
  return {
    ...given,
    near: stops.map((_, index) =>
      Int32Array.from(stops.keys()).sort((a, b) => between(index, a) - between(index, b)),
    ),
    may: stops.map((stop) =>
      Uint8Array.from(routes, (_, route) => (stop.routes === null || stop.routes.includes(route) ? 1 : 0)),
    ),
  };
}

/** Nothing planned. */
export function emptyTours(problem: Problem, given: Given): Tours {
  const n = problem.stops.length;
  const k = problem.routes.length;
  const nodes = n + 2 * k;
  const tours: Tours = {
    problem,
    stopCount: n,
    routeCount: k,
    next: new Int32Array(nodes).fill(-1),
    prev: new Int32Array(nodes).fill(-1),
    routeOf: new Int32Array(n).fill(-1),
    early: new Float64Array(nodes),
    late: new Float64Array(nodes),
    loadOf: new Float64Array(k),
    sizeOf: new Int32Array(k),
    closed: new Uint8Array(k),
    travel: given.emptyTravel.reduce((sum, one) => sum + one, 0),
  };
  for (let route = 0; route < k; route += 1) {
    const start = n + 2 * route;
    tours.next[start] = start + 1;
    tours.prev[start + 1] = start;
    reckon(tours, given, route);
  }
  return tours;
}

/** `to` becomes what `from` is; both of the same problem. */
export function copyTours(from: Tours, to: Tours): void {
  to.next.set(from.next);
  to.prev.set(from.prev);
  to.routeOf.set(from.routeOf);
  to.early.set(from.early);
  to.late.set(from.late);
  to.loadOf.set(from.loadOf);
  to.sizeOf.set(from.sizeOf);
  to.closed.set(from.closed);
  to.travel = from.travel;
}

const drive = (given: Given, from: number, to: number): number =>
  given.travel[given.place[from]! * given.placeCount + given.place[to]!]!;

/** Earliest and latest starts of a whole route. */
export function reckon(tours: Tours, given: Given, route: number): void {
  const { next, prev, early, late } = tours;
  const start = tours.stopCount + 2 * route;
  const worksFrom = given.worksFrom[route]!;
  early[start] = given.ready[start]!;
  for (let node = start; node !== start + 1; ) {
    const after = next[node]!;
    const there = early[node]! + given.duration[node]! + drive(given, node, after);
    const soonest = given.ready[after]! > worksFrom ? given.ready[after]! : worksFrom;
    early[after] = there > soonest ? there : soonest;
    node = after;
  }
  late[start + 1] = given.due[start + 1]!;
  for (let node = start + 1; node !== start; ) {
    const before = prev[node]!;
    const leave = late[node]! - drive(given, before, node) - given.duration[before]!;
    late[before] = leave < given.due[before]! ? leave : given.due[before]!;
    node = before;
  }
}

/** What `stop` adds after node `before`, in travel and by being on that route. */
function addedTravel(tours: Tours, given: Given, stop: number, before: number, route: number): number {
  const after = tours.next[before]!;
  const added =
    drive(given, before, stop) + drive(given, stop, after) + given.cost[stop * tours.routeCount + route]!;
  return added - (tours.sizeOf[route] === 0 ? given.emptyTravel[route]! : drive(given, before, after));
}

/** Puts a stop behind node `before` of `route`. Whether it fits was asked by who looked for the place (`recreate.ts`). */
export function insert(tours: Tours, given: Given, stop: number, before: number, route: number): void {
  tours.travel += addedTravel(tours, given, stop, before, route);
  const after = tours.next[before]!;
  tours.next[before] = stop;
  tours.prev[stop] = before;
  tours.next[stop] = after;
  tours.prev[after] = stop;
  tours.routeOf[stop] = route;
  tours.loadOf[route]! += given.load[stop]!;
  tours.sizeOf[route]! += 1;
  reckon(tours, given, route);
}

/** Takes a stop off its route; the route's times are reckoned by the caller once all are off. */
export function takeOff(tours: Tours, given: Given, stop: number): void {
  const route = tours.routeOf[stop]!;
  const before = tours.prev[stop]!;
  const after = tours.next[stop]!;
  tours.next[before] = after;
  tours.prev[after] = before;
  tours.routeOf[stop] = -1;
  tours.loadOf[route]! -= given.load[stop]!;
  tours.sizeOf[route]! -= 1;
  tours.travel -= addedTravel(tours, given, stop, before, route);
}

/** The stops of a route in order. */
export function stopsOf(tours: Tours, route: number): number[] {
  const stops: number[] = [];
  const end = tours.stopCount + 2 * route + 1;
  for (let node = tours.next[end - 1]!; node !== end; node = tours.next[node]!) stops.push(node);
  return stops;
}

/** What the state says, for callers. */
export function planOf(tours: Tours, given: Given): Plan {
  const routes = Array.from({ length: tours.routeCount }, (_, route) => stopsOf(tours, route));
  // Added up anew: a sum of hundreds of thousands of changes has rounded as often.
  let travel = 0;
  for (const [route, stops] of routes.entries()) {
    if (stops.length === 0) continue;
    const start = tours.stopCount + 2 * route;
    const nodes = [start, ...stops, start + 1];
    for (let at = 1; at < nodes.length; at += 1) travel += drive(given, nodes[at - 1]!, nodes[at]!);
  }
  return {
    routes,
    unplanned: [...tours.routeOf.keys()].filter((stop) => tours.routeOf[stop] === -1),
    travel,
    used: routes.filter((stops) => stops.length > 0).length,
  };
}
