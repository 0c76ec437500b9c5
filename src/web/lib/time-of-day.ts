/**
 * The one way a time of day is written: on the clock of the place, with 12 or 24 hours as the person's browser has it
 * ("8:00 AM" or "8:00"). Set once at start, since a browser's language does not change while a page is open.
 */
import { type Instant, localTime } from '#domain/time.ts';

type HoursOnClock = 12 | 24;

let hours: HoursOnClock = 24;

/** What people who read `locale` have on their clocks; 24 when the browser does not know. */
export function hoursOf(locale: string | undefined): HoursOnClock {
  try {
    return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ? 12 : 24;
  } catch {
    return 24;
  }
}

export function setHours(of: HoursOnClock): void {
  hours = of;
}

type Parts = { readonly local: string; readonly clock: string; readonly hour: string; readonly half: string };

function partsOf(at: Instant, zone: string): Parts {
  const local = localTime(at, zone);
  const [hour, minute] = local.split(':') as [string, string];
  const shown = hours === 24 ? Number(hour) : Number(hour) % 12 || 12;
  const clock = `${shown}:${minute}`;
  if (hours === 24) return { local, clock, hour: clock, half: '' };
  return {
    local,
    clock,
    hour: minute === '00' ? String(shown) : clock,
    half: Number(hour) < 12 ? ' AM' : ' PM',
  };
}

/** `8:00` or `8:00 AM`. */
export function timeOfDay(at: Instant, zone: string): string {
  const { clock, half } = partsOf(at, zone);
  return clock + half;
}

/** `8:00` or, where minutes say nothing, `8 AM`: the hours of an axis. */
export function hourOfDay(at: Instant, zone: string): string {
  const { hour, half } = partsOf(at, zone);
  return hour + half;
}

/** `8:00–10:00`, `8:00–10:00 AM`, `11:30 AM–1:00 PM`; `short`: `8–10 AM`. The half is said once where one is enough. */
export function timesOfDay(
  start: Instant,
  end: Instant,
  zone: string,
  { short = false }: { readonly short?: boolean } = {},
): string {
  const [from, to] = [partsOf(start, zone), partsOf(end, zone)];
  const form = short ? 'hour' : 'clock';
  const isOneHalf = from.half === to.half && from.local < to.local;
  return `${from[form]}${isOneHalf ? '' : from.half}–${to[form]}${to.half}`;
}
