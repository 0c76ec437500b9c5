/** Working hours that repeat by the week, as the shifts of single days on the clock of the technician's unit. */
import { clockOfMinute, MINUTES_OF_DAY } from '../clock-minutes.ts';
import type { Id } from '../ids.ts';
import { addDays, type Day, firstInstantAt, type Instant, weekdayOf } from '../time.ts';

export type ShiftPattern = {
  readonly technicianId: Id;
  readonly weekdays: readonly number[];
  /** Minutes since midnight; an end at or before the start is the next day's. */
  readonly startMinute: number;
  readonly endMinute: number;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly exceptDays: readonly Day[];
  readonly active: boolean;
};
type PatternShift = { readonly day: Day; readonly start: Instant; readonly end: Instant };

/** Shifts stand in the table this far ahead: as far as offices book, and no further. */
export const DAYS_AHEAD = 56;

/** 24:00 is the next day's midnight, so that a day of 23 or 25 hours ends where the next begins. */
const instantAt = (on: Day, minute: number, zone: string): Instant =>
  minute >= MINUTES_OF_DAY
    ? firstInstantAt(addDays(on, 1), clockOfMinute(minute - MINUTES_OF_DAY), zone)
    : firstInstantAt(on, clockOfMinute(minute), zone);

/** The shifts that begin on the days `from` … `until`, both included; a pattern not in use has none. */
export function shiftsOf(pattern: ShiftPattern, from: Day, until: Day, zone: string): PatternShift[] {
  if (!pattern.active) return [];
  const last = pattern.validUntil !== null && pattern.validUntil < until ? pattern.validUntil : until;
  const shifts: PatternShift[] = [];
  for (let on = from > pattern.validFrom ? from : pattern.validFrom; on <= last; on = addDays(on, 1)) {
    if (!pattern.weekdays.includes(weekdayOf(on)) || pattern.exceptDays.includes(on)) continue;
    const start = instantAt(on, pattern.startMinute, zone);
    const ends =
      pattern.endMinute > pattern.startMinute ? pattern.endMinute : pattern.endMinute + MINUTES_OF_DAY;
    const end = instantAt(on, ends, zone);
    // A shift inside an hour that a night of daylight saving skips has no length.
    if (start < end) shifts.push({ day: on, start, end });
  }
  return shifts;
}

/** A shift of the pattern as it stands in the table. */
export type StandingShift = PatternShift & {
  readonly id: Id;
  readonly active: boolean;
  /** Somebody moved or took back this one day: it is theirs now. */
  readonly byHand: boolean;
  /** Of an event: what it is called. */
  readonly label?: string;
};
export type ShiftPlan = {
  readonly add: readonly PatternShift[];
  readonly move: readonly { readonly id: Id; readonly start: Instant; readonly end: Instant }[];
  readonly takeBack: readonly Id[];
};

/**
 * What makes the standing shifts those of the pattern, from `now` on: a shift that has begun stays as it was worked,
 * and a day changed by hand stays as it was changed.
 * @param label what events are called from now on; shifts have no name
 */
export function planShifts(
  wanted: readonly PatternShift[],
  standing: readonly StandingShift[],
  now: Instant,
  label?: string,
): ShiftPlan {
  const known = new Map(standing.map((one) => [one.day, one]));
  const coming = wanted.filter(({ start }) => start > now);
  // A day that has no shift yet gets what is left of it: hours set up at noon count this afternoon.
  const left = wanted.filter(({ end }) => end > now);
  const free = standing.filter((one) => one.start > now && !one.byHand);
  const wantedOn = new Map(coming.map((one) => [one.day, one]));
  return {
    add: left.filter(({ day }) => !known.has(day)),
    move: free.flatMap((one) => {
      const next = wantedOn.get(one.day);
      if (!next) return [];
      const isCalledSo = label === undefined || one.label === label;
      const isSame = one.active && one.start === next.start && one.end === next.end && isCalledSo;
      return isSame ? [] : [{ id: one.id, start: next.start, end: next.end }];
    }),
    takeBack: free.filter((one) => one.active && !wantedOn.has(one.day)).map(({ id }) => id),
  };
}
