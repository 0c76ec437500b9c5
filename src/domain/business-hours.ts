/** When somebody is at a place, on its own clock (domain-rules §1, Location). */

import { MINUTES_OF_DAY } from './clock-minutes.ts';

/** Minutes since midnight, 0 … 1440; weekday 0 Sunday … 6 Saturday. A lunch break is two of one day. */
type BusinessHour = {
  readonly weekday: number;
  readonly startMinute: number;
  readonly endMinute: number;
};
/** null: nobody has said; an empty list: never. */
export type BusinessHours = readonly BusinessHour[] | null;

/** Each within its day and after the one before it on the same day. */
export const areBusinessHours = (hours: readonly BusinessHour[]): boolean =>
  hours.every(
    ({ weekday, startMinute, endMinute }, at) =>
      startMinute >= 0 &&
      startMinute < endMinute &&
      endMinute <= MINUTES_OF_DAY &&
      hours.slice(0, at).every((other) => other.weekday !== weekday || other.endMinute <= startMinute),
  );

/** Whether somebody is there all through [startMinute, endMinute) of that weekday. */
export const isWithinHours = (
  hours: readonly BusinessHour[],
  weekday: number,
  startMinute: number,
  endMinute: number,
): boolean =>
  hours.some(
    (one) => one.weekday === weekday && one.startMinute <= startMinute && one.endMinute >= endMinute,
  );
