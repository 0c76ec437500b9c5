/** A time of day as people type it on the phone: `8`, `830`, `8:30`, `2p`, `14.15`. */
import { addDays, atLocalTime, type Day, type Instant } from '#domain/time.ts';

/** @returns `HH:MM`, or null when it is no time of day */
export function readClock(typed: string): string | null {
  const text = typed.trim().toLowerCase().replace(/\s+/g, '');
  const match = /^(\d{1,2})(?:[:.]?([0-5]\d))?(a|am|p|pm)?$/.exec(text);
  if (!match) return null;
  const [, hourText = '', minutes = '00', half] = match;
  let hour = Number(hourText);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half?.startsWith('p') && hour < 12) hour += 12;
  if (half?.startsWith('a') && hour === 12) hour = 0;
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** What stands in a clock field; `second`: the later one, in the night an hour comes twice. */
export type ClockValue = { readonly text: string; readonly second: boolean };
export const clockOf = (text: string): ClockValue => ({ text, second: false });

export type ClockReading =
  | { readonly at: Instant; readonly isTwice: boolean; readonly error?: undefined }
  | { readonly at: null; readonly isTwice: false; readonly error: string };

const wrong = (error: string): ClockReading => ({ at: null, isTwice: false, error });

/** The instant meant on that day in that zone; a sentence when there is none. */
export function readInstant({ text, second }: ClockValue, on: Day, zone: string): ClockReading {
  const clock = readClock(text);
  if (!clock) return wrong('Type a time, such as 8:30 or 2p.');
  const local = atLocalTime(on, clock, zone);
  if (local.kind === 'unique') return { at: local.instant, isTwice: false };
  if (local.kind === 'skipped')
    return wrong(`The clocks jump over ${text.trim()} on this day. Type a later time.`);
  return { at: second ? local.later : local.earlier, isTwice: true };
}

/** The end of something that began at `start`: an earlier clock time means the next day. */
export function readEnd(value: ClockValue, start: Instant | null, on: Day, zone: string): ClockReading {
  const sameDay = readInstant(value, on, zone);
  if (sameDay.at === null || start === null || sameDay.at > start) return sameDay;
  return readInstant(value, addDays(on, 1), zone);
}
