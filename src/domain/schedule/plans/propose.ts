/**
 * A plan of the day: who takes what somebody who is out had, or how the day is driven with less. Pure: time is asked
 * through `spent`, so the caller decides how long it may take and may show how far it is.
 */
import { seededChance } from '../../chance.ts';
import type { Id } from '../../ids.ts';
import { driveOf } from '../day-figures.ts';
import type { LaneFacts } from '../suggestions/question.ts';
import type { TravelAssumptions } from '../travel.ts';
import { breachesOf } from './breaches.ts';
import { dayAsPlanned, type Placed, withAbsence } from './day-as-planned.ts';
import { figuresOf, shortOf } from './figures.ts';
import { type Touched, touchedBy } from './movable.ts';
import type { PlanDay, PlanProposal, PlanQuestion, PlanVisit } from './question.ts';
import { movesTold, unplacedTold } from './reasons.ts';
import { costOf, type Prices, plannedRound, type Wish } from './round.ts';

/**
 * Minutes of driving a change has to save. After an absence the day is to stay what it is: whom nobody is out for moves
 * only where it saves hours, or where one visit more finds somebody. Who asks for a better day has asked for changes.
 */
const PRICES = {
  absence: { unplaced: 2_000, otherTechnician: 180, otherTime: 90 },
  optimise: { unplaced: 1_000, otherTechnician: 15, otherTime: 5 },
} as const satisfies Record<string, Prices>;
/** As suggestions count a late minute. */
const SHORT_RATE = 3;
/** Found broken by the guards, a visit is barred from whom it was planned for and the round is run again. */
const MOST_ATTEMPTS = 3;
const SEED = 11;

/** @param spent share of the time that is used up, 0 to 1; asked often */
export function proposePlan(asked: PlanDay, question: PlanQuestion, spent: () => number): PlanProposal {
  const day = withAbsence(asked, question.absence);
  const touched = touchedBy(day, question);
  const placed = placedBest(day, touched, question, spent);
  const after = dayAsPlanned(day, placed);
  const moved = placed.filter(isMoved);
  // Who is out does not go there, whether or not it is planned anew.
  const left = touched.hit.map((visit) => withNobody(visit, question.absence!.technicianId));
  return {
    moves: movesTold(after, moved, touched),
    unplaced: unplacedTold(day, placed, touched),
    stuck: touched.stuck,
    before: figuresOf(asked, left, 0),
    after: figuresOf(after, [...left, ...placed], moved.filter(({ to }) => to !== null).length),
  };
}

export const isMoved = ({ visit, from, to, start }: Placed): boolean =>
  from !== to || start !== visit.plannedStart;

/** Of a crew the others go. */
const withNobody = (visit: PlanVisit, from: Id | null): Placed => ({
  visit,
  from,
  to: null,
  start: visit.plannedStart,
});

function placedBest(
  day: PlanDay,
  { hit, waiting, others, tight }: Touched,
  question: PlanQuestion,
  spent: () => number,
): readonly Placed[] {
  const { absence, mostOvertimeMinutes } = question;
  const prices = absence ? PRICES.absence : PRICES.optimise;
  const out = absence?.technicianId ?? null;
  const urgent = [...hit.map((visit) => wishOf(visit, out)), ...waiting.map((visit) => wishOf(visit, null))];
  const left: readonly Placed[] = urgent.map(({ visit, from }) => withNobody(visit, from));
  const sound = (wishes: readonly Wish[], until: number, on = day) =>
    soundRound(on, wishes, prices, mostOvertimeMinutes, within(spent, until));
  const candidates: (readonly Placed[])[] = [left];
  const alone = urgent.length > 0 ? sound(urgent, 0.15) : left;
  if (alone) candidates.push(alone);
  if (others.length + tight.length > 0 && (urgent.length > 0 || !absence)) {
    const rest = others.map((visit) => wishOfOther(visit, false));
    // Where what is too tight finds no place without breaking something else, it stays as it is.
    const mended =
      tight.length > 0
        ? sound([...urgent, ...rest, ...tight.map((visit) => wishOfOther(visit, true))], 0.5)
        : null;
    const all = mended ?? sound([...urgent, ...rest], 0.8);
    if (all) {
      const settled = atTheirTimes(day, all, prices);
      candidates.push(settled);
      const fewer = sound(aroundOthers(settled), 0.9);
      // Somebody's visit is never left with nobody to make another's round shorter.
      if (fewer?.every(({ to }) => to !== null))
        candidates.push([...fewer, ...settled.filter(({ to }) => to === null)]);
    }
  }
  const free = new Set(urgent.map(({ visit }) => visit.appointmentId));
  const cost = (placed: readonly Placed[]) => costOfPlan(day, placed, prices, free);
  const isSound = (placed: readonly Placed[]) =>
    breachesOf(day, placed.filter(isMoved), mostOvertimeMinutes).length === 0;
  const best = candidates
    .map((placed) => ({ placed, cost: cost(placed) }))
    .sort((a, b) => a.cost - b.cost)
    .find(({ placed }) => isSound(placed));
  const needed = best ? withoutNeedless(best.placed, free, cost, isSound) : left;
  return atAnyTime(day, needed, (wishes, on) => sound(wishes, 1, on));
}

/** What moved and can stay where it was after all, one at a time: the planner knows no price for another time. */
function withoutNeedless(
  placed: readonly Placed[],
  free: ReadonlySet<Id>,
  costOf: (placed: readonly Placed[]) => number,
  isSound: (placed: readonly Placed[]) => boolean,
): readonly Placed[] {
  let [best, cost] = [placed, costOf(placed)];
  for (const one of placed) {
    if (free.has(one.visit.appointmentId) || one.from === null || !isMoved(one)) continue;
    const back = { ...one, to: one.from, start: one.visit.plannedStart };
    const tried = best.map((other) => (other === one ? back : other));
    const costTried = costOf(tried);
    if (costTried < cost && isSound(tried)) [best, cost] = [tried, costTried];
  }
  return best;
}

const wishOf = (visit: PlanVisit, out: Id | null): Wish => {
  const crew = visit.assignments.map(({ technicianId }) => technicianId);
  const isCrew = crew.length > 1;
  const barred = isCrew ? crew : [];
  return {
    visit: isCrew ? atItsStart(visit) : visit,
    from: out,
    isOwn: false,
    only: null,
    barred,
    isAnyTime: false,
    isCrew,
    isTight: false,
  };
};

/** The others of a crew come at the time they were told: who replaces one of them does, too. */
const atItsStart = (visit: PlanVisit): PlanVisit => ({
  ...visit,
  windowStart: visit.plannedStart,
  windowEnd: visit.plannedStart,
});

const wishOfOther = (visit: PlanVisit, isTight: boolean): Wish => ({
  visit,
  from: visit.assignments[0]!.technicianId,
  isOwn: true,
  only: null,
  barred: [],
  isAnyTime: false,
  isCrew: false,
  isTight,
});

/** The planner's answer as the guards let it stand; null when they never do. */
function soundRound(
  day: PlanDay,
  wishes: readonly Wish[],
  prices: Prices,
  mostOvertime: number,
  spent: () => number,
): readonly Placed[] | null {
  let asked = wishes;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const effort = { chance: seededChance(SEED), spent, heat: 1 };
    const placed = plannedRound(day, asked, prices, mostOvertime, effort);
    if (!placed) return null;
    const breaches = breachesOf(day, placed.filter(isMoved), mostOvertime);
    if (breaches.length === 0) return placed;
    asked = asked.map((wish) => {
      const found = breaches.find(({ visit }) => visit.appointmentId === wish.visit.appointmentId);
      if (!found || found.to === null) return wish;
      return wish.isOwn && found.to === wish.from
        ? { ...wish, visit: atItsStart(wish.visit) }
        : { ...wish, barred: [...wish.barred, found.to] };
    });
  }
  return null;
}

const within = (spent: () => number, until: number) => () => spent() / until;

/** A minute too little for a drive is a minute late at the next customer's. */
const strainOf = (lane: LaneFacts, travel: TravelAssumptions | undefined): number =>
  driveOf(lane, travel) + SHORT_RATE * shortOf(lane, travel);

/** A technician whom the plan leaves the same visits keeps their order, unless another saves what moving them costs. */
function atTheirTimes(day: PlanDay, placed: readonly Placed[], prices: Prices): readonly Placed[] {
  const changed = new Set(placed.filter(({ from, to }) => from !== to).flatMap(({ from, to }) => [from, to]));
  const kept = new Set<Id>();
  for (const lane of day.lanes) {
    const { id } = lane.known;
    const own = placed.filter((one) => one.to === id && isMoved(one));
    if (changed.has(id) || own.length === 0) continue;
    const after = dayAsPlanned({ ...day, lanes: [lane] }, own).lanes[0]!;
    const saved = strainOf(lane, day.travel) - strainOf(after, day.travel);
    if (saved < own.length * prices.otherTime) kept.add(id);
  }
  return placed.map((one) =>
    one.to !== null && kept.has(one.to) ? { ...one, start: one.visit.plannedStart } : one,
  );
}

/** Who goes where as planned, but those who stay with their technician stay at their time, too. */
const aroundOthers = (placed: readonly Placed[]): readonly Wish[] =>
  placed.flatMap(({ visit, from, to }) =>
    to === null || from === to ? [] : { ...wishOf(visit, from), only: [to] },
  );

/** Without a window and with nobody at its time: any other time of the day, to be agreed with the customer. */
function atAnyTime(
  day: PlanDay,
  placed: readonly Placed[],
  round: (wishes: readonly Wish[], on: PlanDay) => readonly Placed[] | null,
): readonly Placed[] {
  const loose = placed.filter(
    ({ to, visit }) => to === null && !visit.windowStart && !visit.windowEnd && visit.assignments.length < 2,
  );
  if (loose.length === 0) return placed;
  const rest = placed.filter((one) => !loose.includes(one));
  const wishes = loose.map(({ visit, from }) => ({ ...wishOf(visit, from), isAnyTime: true }));
  const more = round(wishes, dayAsPlanned(day, rest));
  return more ? [...rest, ...more] : placed;
}

/**
 * Driving, other zones and units, what is moved and what nobody has, in minutes.
 * @param free what has to move anyway
 */
function costOfPlan(day: PlanDay, placed: readonly Placed[], prices: Prices, free: ReadonlySet<Id>): number {
  const lanes = new Map(day.lanes.map((lane) => [lane.known.id, lane]));
  const costAt = (visit: PlanVisit, id: Id | null) => {
    const lane = id === null ? undefined : lanes.get(id);
    return lane ? costOf(visit, lane) : 0;
  };
  const after = dayAsPlanned(day, placed.filter(isMoved));
  const drive = after.lanes.reduce((sum, lane) => sum + strainOf(lane, day.travel), 0);
  return placed.reduce((sum, one) => {
    const { visit, from, to } = one;
    if (to === null) return sum + prices.unplaced;
    if (free.has(visit.appointmentId)) return sum + costAt(visit, to);
    const moved = from !== to ? prices.otherTechnician : isMoved(one) ? prices.otherTime : 0;
    return sum + costAt(visit, to) - costAt(visit, from) + moved;
  }, drive);
}
