/**
 * Capacity (domain-rules §4): for each window, is there a technician with the skills, in the zone, within shifts, with
 * time for the visit, after what is booked, what waits without a technician and what is held back; and if not, why.
 */
import type { Id } from '../ids.ts';
import type { JobPriority } from '../job/job-card.ts';
import { coversZone, hasSkills } from '../schedule/skills-and-zones.ts';
import { soonestMinute } from '../schedule/soonest-visit.ts';
import type { AskedWindow, CapacityAsk, CapacityRule, CapacityTechnician, WaitingVisit } from './facts.ts';
import { firstFit, type MinuteSpan, merged, minutesWithin } from './minute-spans.ts';
import { type Placed, placeWaiting } from './placing.ts';
import { allowanceFor, reservedFor } from './rules.ts';

/** Why a window is closed. A closed set: every closed window has exactly one of these. */
export type ClosedReason =
  | { readonly code: 'past'; readonly params: Record<never, never> }
  /** No active technician of the unit has all of the skills. */
  | { readonly code: 'noSkill'; readonly params: { readonly skillIds: readonly Id[] } }
  /** None of those with the skills works in the zone of the place. */
  | { readonly code: 'zoneNotCovered'; readonly params: { readonly zoneId: Id } }
  /** Nobody of the business unit has a shift on that day. */
  | { readonly code: 'unitClosed'; readonly params: { readonly businessUnitId: Id } }
  /** Others of the unit work that day, nobody at this time. */
  | { readonly code: 'nobodyOnShift'; readonly params: Record<never, never> }
  /** Those with the skills (and of the zone) are not at work at this time. */
  | { readonly code: 'skillNotWorking'; readonly params: { readonly skillIds: readonly Id[] } }
  /** The visit is longer than what is left of anybody's shift. */
  | { readonly code: 'shiftTooShort'; readonly params: { readonly minutes: number } }
  /** All who could go are booked, those waiting without a technician counted. */
  | { readonly code: 'full'; readonly params: { readonly technicians: number; readonly waiting: number } }
  /** What is left is held back for bookings of these priorities; none: for the dispatcher. */
  | {
      readonly code: 'reserved';
      readonly params: { readonly percent: number; readonly priorities: readonly JobPriority[] };
    };
export const CLOSED_CODES = [
  'past',
  'noSkill',
  'zoneNotCovered',
  'unitClosed',
  'nobodyOnShift',
  'skillNotWorking',
  'shiftTooShort',
  'full',
  'reserved',
] as const satisfies readonly ClosedReason['code'][];

export type WindowCapacity = {
  readonly window: AskedWindow;
  /** null: open. */
  readonly closed: ClosedReason | null;
  /** Who could go, with the first minute they could begin. */
  readonly able: readonly { readonly technicianId: Id; readonly start: number }[];
  /** Technician-minutes of those with the skills and the zone, within the window. */
  readonly capacityMinutes: number;
  readonly freeMinutes: number;
  readonly reserveMinutes: number;
  /** Whole percent of the capacity that is taken; null without capacity. */
  readonly percentFull: number | null;
  /** Visits promised in this window without a technician. */
  readonly waiting: number;
  /** Open only because more may be promised than fits. */
  readonly isOverbooked: boolean;
  /** Nobody of the unit has any shift in all the time looked at: the company keeps no roster, so nothing is known. */
  readonly isUnplanned: boolean;
};

export type CapacityQuestion = {
  readonly ask: CapacityAsk;
  readonly windows: readonly AskedWindow[];
  /** Of the asked unit or of more; the others are left out. */
  readonly technicians: readonly CapacityTechnician[];
  /** Visits of the asked unit. */
  readonly waiting: readonly WaitingVisit[];
  readonly rules: readonly CapacityRule[];
  /** Minutes since 1970; a visit begins at the next quarter hour at the earliest. */
  readonly now: number;
};

/** One answer per window asked for, in their order. Technicians of other units count nowhere. */
export function windowCapacities(question: CapacityQuestion): WindowCapacity[] {
  const { ask, technicians, waiting } = question;
  const soonest = soonestMinute(question.now);
  const unit = technicians.filter((one) => one.active && one.businessUnitId === ask.businessUnitId);
  const skilled = unit.filter((one) => hasSkills(one, ask.skillIds));
  const crew = skilled.filter((one) => coversZone(one, ask.zoneId));
  const shiftsOf = new Map(unit.map((one) => [one.id, merged(one.shifts)]));
  const ground: Ground = {
    ...question,
    soonest,
    unit,
    skilled,
    crew,
    shiftsOf,
    placed: placeWaiting(unit, waiting, soonest),
    isUnplanned: unit.every((one) => one.shifts.length === 0),
  };
  return question.windows.map((window) => capacityOf(ground, window));
}

type Ground = CapacityQuestion & {
  readonly soonest: number;
  readonly unit: readonly CapacityTechnician[];
  readonly skilled: readonly CapacityTechnician[];
  readonly crew: readonly CapacityTechnician[];
  readonly shiftsOf: ReadonlyMap<Id, readonly MinuteSpan[]>;
  readonly placed: Placed;
  readonly isUnplanned: boolean;
};

function capacityOf(ground: Ground, window: AskedWindow): WindowCapacity {
  const { ask, crew, shiftsOf, placed, rules, isUnplanned } = ground;
  const range = { from: Math.max(window.from, ground.soonest), to: window.to };
  const sum = (spansOf: (id: Id) => readonly MinuteSpan[]) =>
    crew.reduce((total, { id }) => total + minutesWithin(spansOf(id), range), 0);
  const capacityMinutes = range.from < range.to ? sum((id) => shiftsOf.get(id)!) : 0;
  const freeMinutes = range.from < range.to ? sum((id) => placed.free.get(id)!) : 0;
  const able = crew.flatMap(({ id }) => {
    const start = firstFit(placed.free.get(id)!, ask.minutes, range);
    return start === null ? [] : [{ technicianId: id, start }];
  });
  const { reservePercent, overbookPercent } = allowanceFor(rules, ask, window);
  const reserveMinutes = Math.ceil((capacityMinutes * reservePercent) / 100);
  const inWindow = (one: WaitingVisit) => one.window.from < window.to && one.window.to > window.from;
  const waiting = ground.waiting.filter(inWindow).length;
  const beyond = placed.unplaced.filter(inWindow).reduce((total, one) => total + needOf(one), 0);
  const oneMore = Math.min(ask.minutes, range.to - range.from);
  const mayOverbook = beyond + oneMore <= Math.floor((capacityMinutes * overbookPercent) / 100);
  // What the visit takes of this window, begun as late as possible: the rest of it runs into the next one.
  const needed = Math.min(...able.map(({ start }) => Math.min(ask.minutes, range.to - start)));
  const closed = whyClosed();
  return {
    window,
    closed,
    able: closed === null ? able : [],
    capacityMinutes,
    freeMinutes,
    reserveMinutes,
    percentFull:
      capacityMinutes === 0 ? null : Math.round((100 * (capacityMinutes - freeMinutes)) / capacityMinutes),
    waiting,
    isOverbooked: closed === null && !isUnplanned && able.length === 0,
    isUnplanned,
  };

  function whyClosed(): ClosedReason | null {
    if (range.from >= range.to) return { code: 'past', params: {} };
    if (isUnplanned) return null;
    const never = structural(ground, range, window);
    if (never) return never;
    if (able.length === 0) {
      if (mayOverbook) return null;
      return { code: 'full', params: { technicians: onShift(crew, shiftsOf, range), waiting } };
    }
    if (freeMinutes - reserveMinutes >= needed) return null;
    const priorities = reservedFor(rules, ask, window);
    return { code: 'reserved', params: { percent: reservePercent, priorities } };
  }
}

const needOf = ({ minutes, window }: WaitingVisit): number => Math.min(minutes, window.to - window.from);

const onShift = (
  technicians: readonly CapacityTechnician[],
  shiftsOf: Ground['shiftsOf'],
  range: MinuteSpan,
): number => technicians.filter(({ id }) => minutesWithin(shiftsOf.get(id)!, range) > 0).length;

/** What no cancellation would change: nobody who can, nobody there, no shift long enough. */
function structural(ground: Ground, range: MinuteSpan, window: AskedWindow): ClosedReason | null {
  const { ask, unit, skilled, crew, shiftsOf } = ground;
  const { skillIds, zoneId, businessUnitId, minutes } = ask;
  if (skilled.length === 0) return { code: 'noSkill', params: { skillIds } };
  if (crew.length === 0 && zoneId !== null) return { code: 'zoneNotCovered', params: { zoneId } };
  const sameDay = ground.windows.filter(({ day }) => day === window.day);
  if (sameDay.every((one) => onShift(unit, shiftsOf, one) === 0)) {
    return { code: 'unitClosed', params: { businessUnitId } };
  }
  if (onShift(unit, shiftsOf, range) === 0) return { code: 'nobodyOnShift', params: {} };
  if (onShift(crew, shiftsOf, range) === 0) return { code: 'skillNotWorking', params: { skillIds } };
  const couldFit = crew.some(({ id }) => firstFit(shiftsOf.get(id)!, minutes, range) !== null);
  return couldFit ? null : { code: 'shiftTooShort', params: { minutes } };
}
