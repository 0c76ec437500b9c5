/**
 * Accounting periods (domain-rules §7: "accounting periods can be closed; nothing posts into a closed one, corrections
 * take the first open day"). Closing one closes all before it, so that there is one day the books are open from.
 */
import { allow, type Decision, type Refusal, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import type { Stamp } from '../invoices/invoice.ts';
import { addDays, type Day, day } from '../time.ts';

export type Period = {
  readonly id: Id;
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly closed: (Stamp & { readonly reason: string }) | null;
  readonly active: boolean;
};

const closedOf = (periods: readonly Period[]) => periods.filter(({ active, closed }) => active && closed);
const byDay = (a: Period, b: Period) => (a.startsOn < b.startsOn ? -1 : 1);

/** The first day after all that is closed; null: nothing is. */
export const openFrom = (periods: readonly Period[]): Day | null => {
  const last = closedOf(periods).sort(byDay).at(-1);
  return last ? addDays(last.endsOn, 1) : null;
};

/** Whether something may be entered on a day; else `period.day_closed`. */
export const refusalOnDay = (on: Day, open: Day | null): Refusal | null =>
  open !== null && on < open ? { code: 'period.day_closed', params: { on, openFrom: open } } : null;

/**
 * The set-up list after a change. Refuses `period.overlaps`, `period.closed_already` where one that is closed would have other
 * days or go, `period.before_closed` for a new one on days that are closed already.
 */
export function decidePeriods(before: readonly Period[], after: readonly Period[]): Decision<null> {
  const were = new Map(before.map((one) => [one.id, one]));
  const open = openFrom(before);
  for (const one of after) {
    const was = were.get(one.id);
    const isSame =
      was && was.startsOn === one.startsOn && was.endsOn === one.endsOn && was.active === one.active;
    if (isSame) continue;
    if (was?.closed) return refuse('period.closed_already', { name: was.name });
    if (one.active && open !== null && one.startsOn < open) {
      return refuse('period.before_closed', { name: one.name, openFrom: open });
    }
  }
  const inUse = after.filter(({ active }) => active).sort(byDay);
  const at = inUse.findIndex((one, index) => index > 0 && one.startsOn <= inUse[index - 1]!.endsOn);
  return at < 0
    ? allow(null)
    : refuse('period.overlaps', { name: inUse[at]!.name, other: inUse[at - 1]!.name });
}

/**
 * Those that are closed with it: itself and all before it that are open. Refuses `period.closed_already` and `period.not_over`:
 * with a day to come closed, nobody could enter anything today.
 */
export function decideClose(
  periods: readonly Period[],
  { name, endsOn, closed }: Period,
  today: Day,
): Decision<readonly Period[]> {
  if (closed) return refuse('period.closed_already', { name });
  if (endsOn >= today) return refuse('period.not_over', { name, endsOn });
  return allow(periods.filter((one) => one.active && !one.closed && one.endsOn <= endsOn));
}

/** Refuses `period.not_last_closed`: what comes after it builds on it. */
export function decideReopen(periods: readonly Period[], period: Period): Decision<Period> {
  const last = closedOf(periods).sort(byDay).at(-1);
  return last?.id === period.id
    ? allow(period)
    : refuse('period.not_last_closed', { name: period.name, last: last?.name ?? null });
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const;

/** The months of a year that no period in use has a day of, and that are not closed. */
export function monthsToMake(
  year: number,
  periods: readonly Period[],
): readonly Pick<Period, 'name' | 'startsOn' | 'endsOn'>[] {
  const open = openFrom(periods);
  const inUse = periods.filter(({ active }) => active);
  return MONTHS.map((month, index) => ({
    name: `${month} ${year}`,
    startsOn: firstOf(year, index),
    endsOn: addDays(firstOf(year, index + 1), -1),
  })).filter(
    ({ startsOn, endsOn }) =>
      !inUse.some((one) => one.startsOn <= endsOn && startsOn <= one.endsOn) &&
      (open === null || startsOn >= open),
  );
}

const firstOf = (year: number, month: number): Day =>
  day(
    `${String(year + Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`,
  );
