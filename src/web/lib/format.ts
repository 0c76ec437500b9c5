/**
 * How times, days, money and phone numbers are written, everywhere (ui.md, Words): times on the reader's kind of clock
 * (`time-of-day.ts`) with the zone when it differs from the reader's; money with two decimals and its currency; relative time only beside the
 * absolute one. Pure: "now", "today" and the reader's zone are arguments. US English throughout.
 */
import { type Cents, formatCents, negateCents } from '#domain/money.ts';
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  localTime,
  minutesBetween,
  msOf,
  startOfDay,
} from '#domain/time.ts';
import { writtenDay } from '#domain/written-day.ts';
import { timeOfDay, timesOfDay } from './time-of-day.ts';

type ReaderZone = {
  /** the zone the reader's own clock shows; when it differs, the zone is written */
  viewerZone?: string | undefined;
};

const zoneNames = new Map<string, Intl.DateTimeFormat>();

/** "EST", or "GMT+5:30" where English has no letters for it. */
export function zoneName(at: Instant, zone: string): string {
  let format = zoneNames.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' });
    zoneNames.set(zone, format);
  }
  return format.formatToParts(msOf(at)).find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** The zone as a suffix, when the reader's clock shows something else at that moment; two names for one clock do not count. */
function zoneSuffix(at: Instant, zone: string, viewerZone: string | undefined): string {
  if (viewerZone === undefined || viewerZone === zone) return '';
  const same = localTime(at, zone) === localTime(at, viewerZone) && dayOf(at, zone) === dayOf(at, viewerZone);
  return same ? '' : ` ${zoneName(at, zone)}`;
}

/** `8:00`, `14:30 EST`; on a clock of 12 hours `8:00 AM`, `2:30 PM EST`. */
export function formatTime(at: Instant, zone: string, { viewerZone }: ReaderZone = {}): string {
  return timeOfDay(at, zone) + zoneSuffix(at, zone, viewerZone);
}

/** `8:00–10:00`, over midnight `22:00–2:00 (+1)`, on the night the clocks change each end in its own time. */
export function formatTimeRange(start: Instant, end: Instant, zone: string, reader: ReaderZone = {}): string {
  const nights = daysBetween(dayOf(start, zone), dayOf(end, zone));
  // An end at midnight belongs to the evening before, not to the next day.
  const later = nights > 0 && !(nights === 1 && end === startOfDay(dayOf(end, zone), zone));
  const suffix = zoneSuffix(start, zone, reader.viewerZone) || zoneSuffix(end, zone, reader.viewerZone);
  return `${timesOfDay(start, end, zone)}${later ? ` (+${nights})` : ''}${suffix}`;
}

/** An arrival window: `12:00–14:00`, on a clock of 12 hours as it is said on the phone, `12–2 PM`. */
export const formatWindow = (start: Instant, end: Instant, zone: string): string =>
  timesOfDay(start, end, zone, { short: true });

/** `Fri 21 Nov`; with the year when `today` is given and lies in another, or when told to. */
export function formatDay(
  of: Day,
  options: { today?: Day | undefined; year?: boolean | undefined } = {},
): string {
  const liesElsewhere = options.today !== undefined && options.today.slice(0, 4) !== of.slice(0, 4);
  return writtenDay(of, options.year ?? liesElsewhere);
}

/** `Today`, `Tomorrow`, `Yesterday`, otherwise the day. */
export function formatDayNear(of: Day, today: Day): string {
  if (of === today) return 'Today';
  if (of === addDays(today, 1)) return 'Tomorrow';
  if (of === addDays(today, -1)) return 'Yesterday';
  return formatDay(of, { today });
}

/** `Fri 21 Nov 8:00`. */
export function formatDayTime(
  at: Instant,
  zone: string,
  options: ReaderZone & { today?: Day | undefined } = {},
): string {
  return `${formatDay(dayOf(at, zone), { today: options.today })} ${formatTime(at, zone, options)}`;
}

/** `90 min`, `2 h`, `2 h 30`. Whole minutes, never negative. */
export function formatMinutes(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole <= 90) return `${whole} min`;
  const rest = whole % 60;
  return `${Math.floor(whole / 60)} h${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`;
}

/** `now`, `12 min ago`, `in 3 h`, `2 days ago`: only beside an absolute time. */
export function formatRelative(at: Instant, now: Instant): string {
  const minutes = Math.trunc(minutesBetween(now, at));
  const distance = Math.abs(minutes);
  if (distance < 1) return 'now';
  const words =
    distance < 60
      ? `${distance} min`
      : distance < 48 * 60
        ? `${Math.floor(distance / 60)} h`
        : `${Math.floor(distance / 1440)} days`;
  return minutes > 0 ? `in ${words}` : `${words} ago`;
}

const currencySigns = new Map<string, string>();

function signOf(currency: string): string {
  let sign = currencySigns.get(currency);
  if (sign === undefined) {
    const parts = new Intl.NumberFormat('en-US', { style: 'currency', currency }).formatToParts(0);
    const name = parts.find((part) => part.type === 'currency')!.value;
    sign = /[A-Z]$/.test(name) ? `${name} ` : name;
    currencySigns.set(currency, sign);
  }
  return sign;
}

/** `$1,284.10`, `−$84.00`, `CHF 12.50`. Throws RangeError for a code that is not three letters. */
export function formatMoney(amount: Cents, currency: string): string {
  return amount < 0
    ? `−${signOf(currency)}${formatCents(negateCents(amount))}`
    : `${signOf(currency)}${formatCents(amount)}`;
}

/** `412 kB`, `5.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  const megabytes = bytes / (1024 * 1024);
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}

/** `(617) 555-0142`, with an extension `(617) 555-0142 ext. 12`; a foreign number stays as it was written. */
export function formatPhone(text: string): string {
  const [, number = text, extension] = /^(.*?)(?:\s*(?:x|ext\.?)\s*(\d+))?$/i.exec(text.trim()) ?? [];
  const national = number.replace(/^\+1|[\s().-]/g, '').replace(/^1(?=\d{10}$)/, '');
  if (!/^\d{10}$/.test(national)) return text.trim();
  const shown = `(${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`;
  return extension ? `${shown} ext. ${extension}` : shown;
}
