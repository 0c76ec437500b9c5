/**
 * Travel and work minutes from the stamps of an assignment (domain-rules §2): travel from dispatch to arrival, work from
 * there to the pause or the end, each on the day it was done in the zone of the place. A pause takes no time, whether
 * for lunch or over three days.
 */
import { addDays, type Day, dayOf, earlierOf, type Instant, laterOf, msOf, startOfDay } from '../time.ts';

const STAMP_KINDS = ['Dispatched', 'Arrived', 'WorkStarted', 'Resumed', 'Paused', 'Done'] as const;
export type StampKind = (typeof STAMP_KINDS)[number];
export type Stamp = { readonly kind: StampKind; readonly at: Instant };

/** `until`: what has begun and not ended counts up to now; null: nothing goes on any more. */
export type Stamped = { readonly stamps: readonly Stamp[]; readonly until: Instant | null };

export type Stretch = {
  readonly kind: 'travel' | 'work';
  readonly start: Instant;
  readonly end: Instant;
  /** It goes on: its end is now. */
  readonly isRunning: boolean;
};
export type WorkedDay = {
  readonly day: Day;
  readonly travelMinutes: number;
  readonly workMinutes: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly isRunning: boolean;
};

const MINUTE_MS = 60_000;

/** At one instant the order of the list: whoever arrives and starts with one click has arrived first. */
function inOrder(stamps: readonly Stamp[]): Stamp[] {
  // A pause that ended in the instant it began was none.
  const isNoPause = ({ kind, at }: Stamp) =>
    (kind === 'Paused' && stamps.some((one) => one.kind === 'Resumed' && one.at === at)) ||
    (kind === 'Resumed' && stamps.some((one) => one.kind === 'Paused' && one.at === at));
  return stamps
    .filter((stamp) => !isNoPause(stamp))
    .sort((a, b) =>
      a.at === b.at ? STAMP_KINDS.indexOf(a.kind) - STAMP_KINDS.indexOf(b.kind) : a.at < b.at ? -1 : 1,
    );
}

/** What was done from when to when, in order; a dispatch that never arrived and is over is no travel. */
export function stretchesOf({ stamps, until }: Stamped): Stretch[] {
  const done: Stretch[] = [];
  let open: { kind: Stretch['kind']; start: Instant } | null = null;
  const close = (end: Instant, isRunning = false) => {
    if (open && (open.start < end || isRunning)) done.push({ ...open, end, isRunning });
    open = null;
  };
  for (const { kind, at } of inOrder(stamps)) {
    if (kind === 'Dispatched') open ??= { kind: 'travel', start: at };
    else if (kind === 'WorkStarted' || kind === 'Resumed') {
      close(at);
      open = { kind: 'work', start: at };
    } else close(at);
  }
  if (open && until !== null) close(laterOf(until, (open as { start: Instant }).start), true);
  return done;
}

const minutesOf = (stretches: readonly Stretch[], kind: Stretch['kind']): number =>
  Math.round(
    stretches.reduce((sum, one) => (one.kind === kind ? sum + msOf(one.end) - msOf(one.start) : sum), 0) /
      MINUTE_MS,
  );

/** In whole minutes, rounded once. */
export function minutesWorked(stamped: Stamped): { travelMinutes: number; workMinutes: number } {
  const stretches = stretchesOf(stamped);
  return { travelMinutes: minutesOf(stretches, 'travel'), workMinutes: minutesOf(stretches, 'work') };
}

/** The same by day in `zone`, rounded once a day; days without any are left out. */
export function workedDays(stamped: Stamped, zone: string): WorkedDay[] {
  const byDay = new Map<Day, Stretch[]>();
  for (const stretch of stretchesOf(stamped)) {
    for (let day = dayOf(stretch.start, zone); ; day = addDays(day, 1)) {
      const next = startOfDay(addDays(day, 1), zone);
      const start = laterOf(stretch.start, startOfDay(day, zone));
      const end = earlierOf(stretch.end, next);
      const isLast = stretch.end <= next;
      const part = { ...stretch, start, end, isRunning: stretch.isRunning && isLast };
      byDay.set(day, [...(byDay.get(day) ?? []), part]);
      if (isLast) break;
    }
  }
  return [...byDay].map(([day, parts]) => ({
    day,
    travelMinutes: minutesOf(parts, 'travel'),
    workMinutes: minutesOf(parts, 'work'),
    start: parts[0]!.start,
    end: parts.at(-1)!.end,
    isRunning: parts.some(({ isRunning }) => isRunning),
  }));
}
