/**
 * Days, instants and zones: the only file besides the clock that may use `Date` (house-style, "Days, instants,
 * zones"). Instants are canonical text, so comparing them as text compares time. Years 1 to 9999.
 * Zone arithmetic goes through `time-offset.ts`, which asks `Intl` at most twice per zone and UTC day.
 */
import { offsetMs } from './time-offset.ts';

declare const instantBrand: unique symbol;
declare const dayBrand: unique symbol;

/** `YYYY-MM-DDTHH:mm:ss.sssZ`, always UTC, always with milliseconds. */
export type Instant = string & { readonly [instantBrand]: true };
/** `YYYY-MM-DD`: a date on a calendar, in no zone. */
export type Day = string & { readonly [dayBrand]: true };
/** Half-open: `end` is the first instant that no longer belongs to it. */
export type Span = { readonly start: Instant; readonly end: Instant };

/** What a wall-clock time means in a zone. `after` is the first instant that exists once the clocks have jumped. */
export type LocalTime =
  | { readonly kind: 'unique'; readonly instant: Instant }
  | { readonly kind: 'ambiguous'; readonly earlier: Instant; readonly later: Instant }
  | { readonly kind: 'skipped'; readonly after: Instant };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MIN_MS = Date.UTC(2000, 0, 1) - 730_119 * DAY_MS; // 0001-01-01
const MAX_MS = Date.UTC(9999, 11, 31) + DAY_MS - 1;

const DAY_TEXT = /^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT_TEXT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-](\d\d):?(\d\d))$/;
const CLOCK_TEXT = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** Milliseconds since 1970 to an instant. Throws RangeError outside the years 1 to 9999 or for a fraction. */
export function instantFromMs(ms: number): Instant {
  if (!Number.isSafeInteger(ms) || ms < MIN_MS || ms > MAX_MS) throw new RangeError(`Not an instant: ${ms}`);
  return new Date(ms).toISOString() as Instant;
}

/**
 * ISO 8601 text with `Z` or an offset to its canonical form; digits beyond milliseconds are cut.
 * Throws RangeError for text without an offset, and for days no calendar has (V8 would roll 30 February over).
 */
export function instant(text: string): Instant {
  const match = INSTANT_TEXT.exec(text);
  if (!match || !isDay(match[1]!)) throw new RangeError(`Not an instant: ${text}`);
  const [, , hour, minute, second = '00', offsetHour = '00', offsetMinute = '00'] = match;
  if (hour! > '23' || minute! > '59' || second > '59' || offsetHour > '23' || offsetMinute > '59') {
    throw new RangeError(`Not an instant: ${text}`);
  }
  // Only `Z` and `+hh:mm` are promised by ECMAScript; `+hhmm` is what several exporters write.
  return instantFromMs(Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));
}

/** Only of the canonical form: another spelling of the same instant is none. */
export const isInstant = (text: string): text is Instant =>
  INSTANT_TEXT.test(text) && text.length === 24 && text.endsWith('Z') && !Number.isNaN(Date.parse(text))
    ? new Date(text).toISOString() === text
    : false;

/** Milliseconds since 1970. */
export const msOf = (at: Instant): number => Date.parse(at);

/** Minutes since 1970, for rules that look at many; a fraction when it has seconds. */
export const minuteOf = (at: Instant): number => msOf(at) / MINUTE_MS;
/** To the nearest millisecond. */
export const instantOfMinute = (minute: number): Instant => instantFromMs(Math.round(minute * MINUTE_MS));

/** To the nearest millisecond; negative: before. */
export const addMinutes = (at: Instant, minutes: number): Instant =>
  instantFromMs(msOf(at) + Math.round(minutes * MINUTE_MS));

/** From `a` to `b`, negative when `b` is earlier; a fraction when either has seconds. */
export const minutesBetween = (a: Instant, b: Instant): number => (msOf(b) - msOf(a)) / MINUTE_MS;

export const earlierOf = (a: Instant, b: Instant): Instant => (a <= b ? a : b);
export const laterOf = (a: Instant, b: Instant): Instant => (a >= b ? a : b);

/** Midnight UTC of the day, as if its text were UTC; NaN when no calendar has the day. */
function utcMidnight(text: string): number {
  const match = DAY_TEXT.exec(text);
  if (!match || match[1] === '0000') return Number.NaN;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).getUTCDate() === Number(match[3]) ? ms : Number.NaN;
}

export const isDay = (text: string): text is Day => !Number.isNaN(utcMidnight(text));

/** Throws RangeError when the text is not a day of the calendar. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`);
  return text;
}

/** Of the calendar, whatever the clocks do; negative: before. */
export const addDays = (from: Day, days: number): Day =>
  instantFromMs(utcMidnight(from) + days * DAY_MS).slice(0, 10) as Day;

/** From `a` to `b`, negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => (utcMidnight(b) - utcMidnight(a)) / DAY_MS;

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (of: Day): number => new Date(utcMidnight(of)).getUTCDay();

/** The wall clock of the zone, written as if it were UTC. */
const wallClock = (at: Instant, zone: string): string => {
  const ms = msOf(at);
  return new Date(ms + offsetMs(ms, zone)).toISOString();
};

/** The day of the calendar in the zone. Throws RangeError for an unknown zone. */
export const dayOf = (at: Instant, zone: string): Day => wallClock(at, zone).slice(0, 10) as Day;

/** `HH:MM` on the wall clock of the zone. */
export const localTime = (at: Instant, zone: string): string => wallClock(at, zone).slice(11, 16);

/**
 * What the clock on the wall (`HH:MM` or `HH:MM:SS`) means on that day: the doubled hour of autumn is ambiguous,
 * the missing hour of spring is skipped, and the caller must say what to do (imports list both, forms ask).
 * Where nobody can be asked, `firstInstantAt` takes the first. Throws RangeError when the text is not a time of day.
 */
export function atLocalTime(on: Day, time: string, zone: string): LocalTime {
  const match = CLOCK_TEXT.exec(time);
  if (!match) throw new RangeError(`Not a time of day: ${time}`);
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  const wall = utcMidnight(on) + seconds * 1000;
  // The instant meant lies within 16 h of `wall` read as UTC: no zone is further off.
  const offsetBefore = offsetMs(wall - 16 * HOUR_MS, zone);
  const offsetAfter = offsetMs(wall + 16 * HOUR_MS, zone);
  const candidates = [...new Set([wall - offsetBefore, wall - offsetAfter])]
    .filter((ms) => ms + offsetMs(ms, zone) === wall)
    .sort((a, b) => a - b);
  const [earlier, later] = candidates;
  if (earlier === undefined) {
    return { kind: 'skipped', after: instantFromMs(firstMsAtOrPast(wall, zone)) };
  }
  if (later === undefined) return { kind: 'unique', instant: instantFromMs(earlier) };
  return { kind: 'ambiguous', earlier: instantFromMs(earlier), later: instantFromMs(later) };
}

/** The jump over `wall`, by halving: before it the wall clock shows less than `wall`, from it on more. */
function firstMsAtOrPast(wall: number, zone: string): number {
  let before = wall - 16 * HOUR_MS;
  let from = wall + 16 * HOUR_MS;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (middle + offsetMs(middle, zone) >= wall) from = middle;
    else before = middle;
  }
  return from;
}

/**
 * The first instant at which the clock on the wall shows that time or a later one: the earlier of a doubled hour, the
 * moment after the jump of a skipped one. For times nobody typed (a window's edge, a default); forms ask with
 * `atLocalTime` instead. Throws RangeError when the text is not a time of day.
 */
export function firstInstantAt(on: Day, time: string, zone: string): Instant {
  const local = atLocalTime(on, time, zone);
  if (local.kind === 'unique') return local.instant;
  return local.kind === 'ambiguous' ? local.earlier : local.after;
}

/** The first instant of the day: 01:00 where midnight is skipped, the earlier one where it happens twice. */
export const startOfDay = (of: Day, zone: string): Instant => firstInstantAt(of, '00:00', zone);

/** A board day: 23 or 25 hours long twice a year. */
export const daySpan = (of: Day, zone: string): Span => ({
  start: startOfDay(of, zone),
  end: startOfDay(addDays(of, 1), zone),
});

const knownZones = new Map<string, boolean>();

/** Whether the text names an IANA time zone this machine knows. A fixed offset (`+05:00`) is not a zone. */
export function isZone(text: string): boolean {
  const known = knownZones.get(text);
  if (known !== undefined) return known;
  let valid = /^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(text);
  try {
    if (valid) new Intl.DateTimeFormat('en-US', { timeZone: text });
  } catch {
    valid = false; // Intl throws RangeError for a zone it does not know: that is the answer
  }
  if (valid) knownZones.set(text, true); // only real zones are remembered: their number is bounded
  return valid;
}

/** A zone in the spelling of the IANA list: `america/new_york` → `America/New_York`. Older names stay as they are. */
export const zoneAsWritten = (zone: string): string =>
  Intl.supportedValuesOf('timeZone').find((one) => one.toLowerCase() === zone.toLowerCase()) ?? zone;
