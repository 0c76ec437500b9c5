/** Minutes since midnight as people type and read a time of day. */
import { MINUTES_OF_DAY, minuteOfClock } from '#domain/clock-minutes.ts';
import { instantFromMs } from '#domain/time.ts';
import { timeOfDay } from '../lib/time-of-day.ts';
import { readClock } from './appointment-drawer/clock-text.ts';

export const minuteText = (minute: number): string =>
  minute === MINUTES_OF_DAY ? 'midnight' : timeOfDay(instantFromMs(minute * 60_000), 'UTC');

/** `8`, `8:30`, `5 PM`, `24:00`; null when it is no time of day. */
export function readMinute(typed: string): number | null {
  if (/^(24(:00)?|midnight)$/i.test(typed.trim())) return MINUTES_OF_DAY;
  const clock = readClock(typed);
  return clock === null ? null : minuteOfClock(clock);
}

/** `90`, `1:30`, `1.5 h`, `1 h 30`, `2 h`, `45 min`; null when it is no length of time. */
export function readMinutes(typed: string): number | null {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const plain = /^(\d{1,5}) ?(?:m|min|minutes)?$/.exec(text);
  if (plain) return Number(plain[1]);
  const hours = /^(\d{1,3}(?:\.\d)?) ?(?:h|hours?)$/.exec(text);
  if (hours) return Math.round(Number(hours[1]) * 60);
  const both = /^(\d{1,3})(?::| ?h ?)(\d{1,2})(?: ?m(?:in)?)?$/.exec(text);
  return both && Number(both[2]) < 60 ? Number(both[1]) * 60 + Number(both[2]) : null;
}
