/** One round of planning: some visits are planned anew around all that stays, by `domain/planner`. */
import type { Chance } from '../../chance.ts';
import type { Id } from '../../ids.ts';
import { planRoutes } from '../../planner/planner.ts';
import type { Plan, RouteFrame, Stop } from '../../planner/problem.ts';
import { instantOfMinute, minuteOf } from '../../time.ts';
import { coversZone, hasSkills } from '../skills-and-zones.ts';
import { COUNTED } from '../suggestions/factors.ts';
import type { LaneFacts } from '../suggestions/question.ts';
import { DEFAULT_TRAVEL, type Place, travelMinutes } from '../travel.ts';
import type { Placed } from './day-as-planned.ts';
import type { PlanDay, PlanVisit } from './question.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import { startsOf } from './timing.ts';

/** One visit to be planned. */
export type Wish = {
  readonly visit: PlanVisit;
  /** Whose place in it is to be filled or changed; null: nobody's. */
  readonly from: Id | null;
  /** Stays with `from` unless something is gained; else it is with nobody and may stay so. */
  readonly isOwn: boolean;
  /** Who may take it; null: everybody with the skills. */
  readonly only: readonly Id[] | null;
  /** Who may not: they were found to break something, or are on it already. */
  readonly barred: readonly Id[];
  /** Without a window at its planned time, which is what the customer knows. */
  readonly isAnyTime: boolean;
  readonly isCrew: boolean;
  /** Cannot stay exactly as it is. */
  readonly isTight: boolean;
};

/** What a plan counts beside the drive, in minutes. */
export type Prices = {
  /** One visit more with nobody. */
  readonly unplaced: number;
  readonly otherTechnician: number;
  readonly otherTime: number;
};

export type RoundEffort = { readonly chance: Chance; readonly spent: () => number; readonly heat: number };

/** Where each visit is to be; null when one that has somebody would be left with nobody. */
export function plannedRound(
  day: PlanDay,
  wishes: readonly Wish[],
  prices: Prices,
  mostOvertime: number,
  effort: RoundEffort,
): readonly Placed[] | null {
  const moving = new Set(wishes.flatMap((wish) => (wish.from === null ? [] : [sourceIn(wish)])));
  const stretches = day.lanes.flatMap((lane) => stretchesOf(lane, day.now, moving, mostOvertime));
  const lanes = new Map(day.lanes.map((lane) => [lane.known.id, lane]));
  const places = placesOf(wishes, stretches);
  const { travel: assumptions = DEFAULT_TRAVEL } = day;
  const travel = places.list.map((from) =>
    places.list.map((to) => (from && to ? travelMinutes(from, to, assumptions).minutes : 0)),
  );
  const frames = stretches.map((one): RouteFrame => {
    const startPlace = places.of(one.startPlace);
    const endPlace = places.of(one.endPlace);
    return {
      startPlace,
      endPlace,
      opens: one.leaves,
      closes: one.to,
      capacity: Number.POSITIVE_INFINITY,
      worksFrom: one.from,
      emptyTravel: travel[startPlace]![endPlace]!,
    };
  });
  const stops = wishes.map((wish) => stopOf(day, wish, stretches, lanes, prices, places.of));
  const plan = planRoutes({ stops, routes: frames, travel }, effort.chance, {
    spent: effort.spent,
    fewestRoutes: false,
    heat: effort.heat,
    from: routesNow(wishes, stretches),
  });
  if (plan.unplanned.some((stop) => wishes[stop]!.isOwn)) return null;
  return placedBy(plan, wishes, stretches, stops, travel, frames);
}

const sourceIn = ({ visit, from }: Wish): Id =>
  visit.assignments.find(({ technicianId }) => technicianId === from)?.sourceId ?? 0;

/** Every place once; 0 is nowhere. */
function placesOf(wishes: readonly Wish[], stretches: readonly Stretch[]) {
  const list: (Place | null)[] = [null];
  const known = new Map<string, number>();
  const of = (place: Place | null): number => {
    if (!place) return 0;
    // Two unknown places are not one: between them lies the drive that is counted for the unknown, as within one.
    const key = `${place.latitude} ${place.longitude}`;
    const at = known.get(key) ?? list.push(place) - 1;
    known.set(key, at);
    return at;
  };
  for (const { visit } of wishes) of(visit);
  for (const { startPlace, endPlace } of stretches) {
    of(startPlace);
    of(endPlace);
  }
  return { list, of };
}

function stopOf(
  day: PlanDay,
  { visit, from, isOwn, only, barred, isAnyTime }: Wish,
  stretches: readonly Stretch[],
  lanes: ReadonlyMap<Id, LaneFacts>,
  prices: Prices,
  placeOf: (place: Place) => number,
): Stop {
  const may = new Map(
    [...lanes].map(([id, lane]) => [
      id,
      hasSkills(lane.known, visit.skillIds) && !barred.includes(id) && (only === null || only.includes(id)),
    ]),
  );
  const costs = new Map(
    [...lanes].map(([id, lane]) => [
      id,
      costOf(visit, lane) + (isOwn && id !== from ? prices.otherTechnician : 0),
    ]),
  );
  const { earliest, latest } = timesOf(day, visit, isAnyTime);
  return {
    place: placeOf(visit),
    earliest,
    latest,
    duration: visit.durationMinutes,
    load: 0,
    routes: [...stretches.keys()].filter((at) => may.get(stretches[at]!.technicianId)),
    penalty: isOwn ? Number.POSITIVE_INFINITY : prices.unplaced,
    costs: stretches.map(({ technicianId }) => costs.get(technicianId)!),
  };
}

/** As a suggestion counts it: half an hour for another zone or business unit. */
export function costOf(visit: PlanVisit, { known, businessUnitId }: LaneFacts): number {
  const whole = (kind: 'otherZone' | 'otherUnit') => (COUNTED[kind] as { whole: number }).whole;
  return (
    (coversZone(known, visit.zoneId) ? 0 : whole('otherZone')) +
    (businessUnitId === visit.businessUnitId ? 0 : whole('otherUnit'))
  );
}

/** The window is a promise; without one the planned start is, unless another time may be agreed. */
function timesOf(day: PlanDay, visit: PlanVisit, isAnyTime: boolean): { earliest: number; latest: number } {
  const { windowStart, windowEnd, plannedStart } = visit;
  const [first, last] = [minuteOf(day.start), minuteOf(day.end) - 1];
  if (windowStart || windowEnd) {
    return {
      earliest: Math.max(first, windowStart ? minuteOf(windowStart) : first),
      latest: Math.min(last, windowEnd ? minuteOf(windowEnd) : last),
    };
  }
  const planned = minuteOf(plannedStart);
  return isAnyTime ? { earliest: first, latest: last } : { earliest: planned, latest: planned };
}

/** Where those that have somebody are now: what the search begins from. */
function routesNow(wishes: readonly Wish[], stretches: readonly Stretch[]): number[][] {
  const routes: number[][] = stretches.map(() => []);
  const inOrder = [...wishes.keys()]
    .filter((at) => wishes[at]!.isOwn && !wishes[at]!.isTight)
    .sort((a, b) => (wishes[a]!.visit.plannedStart < wishes[b]!.visit.plannedStart ? -1 : 1));
  for (const at of inOrder) {
    const { visit, from } = wishes[at]!;
    const start = minuteOf(visit.plannedStart);
    const route = stretches.findIndex(
      (one) => one.technicianId === from && one.from <= start && start < one.to,
    );
    routes[route]?.push(at);
  }
  return routes;
}

function placedBy(
  plan: Plan,
  wishes: readonly Wish[],
  stretches: readonly Stretch[],
  stops: readonly Stop[],
  travel: readonly (readonly number[])[],
  frames: readonly RouteFrame[],
): readonly Placed[] {
  const placed: Placed[] = plan.unplanned.map((stop) => {
    const { visit, from } = wishes[stop]!;
    return { visit, from, to: null, start: visit.plannedStart };
  });
  for (const [route, order] of plan.routes.entries()) {
    const wanted = order.map((stop) => minuteOf(wishes[stop]!.visit.plannedStart));
    const starts = startsOf(
      frames[route]!,
      order.map((stop) => stops[stop]!),
      wanted,
      travel,
    );
    for (const [at, stop] of order.entries()) {
      const { visit, from } = wishes[stop]!;
      const start = instantOfMinute(starts[at]!);
      placed.push({ visit, from, to: stretches[route]!.technicianId, start });
    }
  }
  return placed;
}
