/**
 * A time as a file writes it: mostly the clock on somebody's wall, without an offset. The doubled hour of autumn and
 * the missing hour of spring are never resolved silently: what was taken is reported with what else it could mean.
 */
import { atLocalTime, type Day, day, type Instant, instant, isDay } from '../time.ts';
import { type DateOrder, isoOf } from './date-order.ts';
import type { RowReason } from './fields.ts';

type ReadTime =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly text: string }
  | {
      readonly kind: 'at';
      readonly instant: Instant;
      /** The other instant the same wall clock shows, when it shows it twice. */
      readonly later: Instant | null;
      readonly remark: 'time.skipped' | 'time.day_only' | null;
      readonly text: string;
    };

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?$/;
const ISO_DAY = /^\d{4}-\d\d-\d\d/;
/** The time behind a day in numbers; AM or PM proves that the month stands first, unless a person has said otherwise. */
const TIME = /^(?:[T ]|, ?)(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)? ?(?:([AP])\.?M\.?)?$/i;

const two = (value: string | number): string => String(value).padStart(2, '0');

type WallClock = { readonly day: Day; readonly time: string | null; readonly offset: string | null };

function wallClockOf(text: string, order: DateOrder | undefined): WallClock | null {
  const iso = ISO.exec(text);
  if (iso) {
    return isDay(iso[1]!) ? { day: day(iso[1]!), time: iso[2] ?? null, offset: iso[3] ?? null } : null;
  }
  const isoDay = ISO_DAY.exec(text)?.[0];
  const half = /[ap]\.?m\.?$/i.test(text);
  const numbers = order || half ? isoOf(text, order ?? 'month-first') : null;
  const dated = isoDay ? { day: isoDay, rest: text.slice(isoDay.length) } : numbers;
  if (!dated || !isDay(dated.day)) return null;
  if (dated.rest === '') return { day: day(dated.day), time: null, offset: null };
  const time = TIME.exec(dated.rest);
  return time && timeOf(time) ? { day: day(dated.day), time: timeOf(time), offset: null } : null;
}

/** `15:00:00`; null: thirteen o'clock in the afternoon. */
function timeOf([, hour, minute, second = '00', half]: RegExpExecArray): string | null {
  if (half === undefined) return `${two(hour!)}:${minute}:${second}`;
  const twelve = Number(hour);
  if (twelve < 1 || twelve > 12) return null;
  return `${two((twelve % 12) + (half.toUpperCase() === 'P' ? 12 : 0))}:${minute}:${second}`;
}

/**
 * `2011-07-01 01:32:33`, `2011-07-01T01:32`, the same with an offset or Z, `07/01/2011 01:32:33 PM`, `2011-07-01`.
 * `03/04/2026 15:00` only in the `order` that is known of its file.
 * A wall-clock time that happens twice gives the earlier instant, one that is skipped the first instant after the jump,
 * a day alone its first moment. Years outside 1990–2099 are typing errors and count as unreadable (as in the contract).
 */
export function readTime(cell: string, zone: string, order?: DateOrder): ReadTime {
  const text = cell.trim();
  if (text === '') return { kind: 'blank' };
  const wall = wallClockOf(text, order);
  if (!wall || wall.day < '1990-01-02' || wall.day > '2099-12-30') return { kind: 'unreadable', text };
  try {
    if (wall.offset) {
      const at = instant(`${wall.day}T${wall.time}${wall.offset}`);
      return { kind: 'at', instant: at, later: null, remark: null, text };
    }
    const local = atLocalTime(wall.day, wall.time ?? '00:00', zone);
    const dayOnly = wall.time === null ? 'time.day_only' : null;
    if (local.kind === 'unique') {
      return { kind: 'at', instant: local.instant, later: null, remark: dayOnly, text };
    }
    if (local.kind === 'skipped') {
      return { kind: 'at', instant: local.after, later: null, remark: dayOnly ?? 'time.skipped', text };
    }
    const later = dayOnly ? null : local.later;
    return { kind: 'at', instant: local.earlier, later, remark: dayOnly, text };
  } catch (error) {
    // 25:00 or a year no calendar has: RangeError is how time.ts says so
    if (error instanceof RangeError) return { kind: 'unreadable', text };
    throw error;
  }
}

/**
 * The instant taken, and what there is to tell. `notBefore`: the opening of the request; of two possible closing
 * times the one that is not before it is taken, because the other cannot be.
 */
export function takeTime(
  field: string,
  read: Extract<ReadTime, { kind: 'at' }>,
  notBefore: Instant | null = null,
): { readonly instant: Instant; readonly reasons: RowReason[] } {
  if (read.later !== null) {
    const taken =
      notBefore !== null && read.instant < notBefore && read.later >= notBefore ? read.later : read.instant;
    const params = { field, text: read.text, earlier: read.instant, later: read.later, taken };
    return { instant: taken, reasons: [{ code: 'time.ambiguous', params }] };
  }
  const reasons: RowReason[] = read.remark
    ? [{ code: read.remark, params: { field, text: read.text, taken: read.instant } }]
    : [];
  return { instant: read.instant, reasons };
}
