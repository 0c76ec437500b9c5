/** Hours of a place as its form shows them: one line for all the days that have the same. */
import type { BusinessHours } from '#domain/business-hours.ts';
import { weekdaysText } from '../../lib/week.ts';
import { minuteText, readMinute } from '../../parts/clock-minutes.ts';

export type HoursRow = {
  readonly weekdays: readonly number[];
  readonly from: string;
  readonly until: string;
};

/** What most offices keep: the first line somebody adds. */
export const USUAL_HOURS: HoursRow = {
  weekdays: [1, 2, 3, 4, 5],
  from: minuteText(540),
  until: minuteText(1020),
};

export function rowsOf(hours: BusinessHours): HoursRow[] {
  const rows = new Map<string, number[]>();
  for (const { weekday, startMinute, endMinute } of hours ?? []) {
    const key = `${minuteText(startMinute)}|${minuteText(endMinute)}`;
    rows.set(key, [...(rows.get(key) ?? []), weekday]);
  }
  return [...rows].map(([key, weekdays]) => {
    const [from = '', until = ''] = key.split('|');
    return { weekdays, from, until };
  });
}

/**
 * null without a line: nobody has said. A time that cannot be read is none (NaN), and a line without a day is of no
 * weekday, which the contract refuses: it is not saved as something else than was typed.
 */
export function hoursOf(rows: readonly HoursRow[]): BusinessHours {
  if (rows.length === 0) return null;
  return rows
    .flatMap(({ weekdays, from, until }) =>
      (weekdays.length > 0 ? weekdays : [Number.NaN]).map((weekday) => ({
        weekday,
        startMinute: readMinute(from) ?? Number.NaN,
        endMinute: readMinute(until) ?? Number.NaN,
      })),
    )
    .sort((a, b) => a.weekday - b.weekday || a.startMinute - b.startMinute);
}

/** "Somebody is there Mon–Fri 9:00–17:00, Sat 9:00–12:00". */
export const hoursText = (hours: NonNullable<BusinessHours>): string =>
  hours.length === 0
    ? 'Nobody is there at any hour'
    : `Somebody is there ${rowsOf(hours)
        .map(({ weekdays, from, until }) => `${weekdaysText(weekdays)} ${from}–${until}`)
        .join(', ')}`;
