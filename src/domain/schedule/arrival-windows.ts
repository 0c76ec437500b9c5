/** The arrival windows a company promises on the phone (domain-rules §1): local hours of the place, from its set-up. */
import { clockOfMinute, MINUTES_OF_DAY } from '../clock-minutes.ts';
import type { Id } from '../ids.ts';
import { addDays, type Day, firstInstantAt, type Span, weekdayOf } from '../time.ts';

/** Minutes since midnight on the wall clock of the place; weekdays 0 Sunday … 6 Saturday. */
export type WindowRule = {
  /** null: every unit offers it. */
  readonly businessUnitId: Id | null;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly weekdays: readonly number[];
  readonly active: boolean;
};

/** `key` is the same for the same hours on every day, so that changing the day keeps the choice: `08:00-10:00`. */
export type PromisedWindow = Span & { readonly key: string };

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
/** What a company that has set up none of its own promises: 8–10 to 4–6, every day. */
export const STANDARD_WINDOWS: readonly WindowRule[] = [8, 10, 12, 14, 16].map((hour) => ({
  businessUnitId: null,
  startMinute: hour * 60,
  endMinute: (hour + 2) * 60,
  weekdays: EVERY_DAY,
  active: true,
}));

/**
 * The windows of a unit on a day in the zone of the place, the earlier first; the same hours once. A company without
 * any window set up promises the standard ones; one with some promises nothing on days it has none for.
 * @param businessUnitId null: not known yet, so only what every unit offers
 */
export function windowsOn(
  rules: readonly WindowRule[],
  businessUnitId: Id | null,
  on: Day,
  zone: string,
): readonly PromisedWindow[] {
  const known = rules.filter((rule) => rule.active);
  const offered = (known.length > 0 ? known : STANDARD_WINDOWS).filter(
    (rule) =>
      (rule.businessUnitId === null || rule.businessUnitId === businessUnitId) &&
      rule.weekdays.includes(weekdayOf(on)),
  );
  // 24:00 is the next day's first instant.
  const at = (minute: number) =>
    minute === MINUTES_OF_DAY
      ? firstInstantAt(addDays(on, 1), '00:00', zone)
      : firstInstantAt(on, clockOfMinute(minute), zone);
  const windows = new Map<string, PromisedWindow>();
  for (const { startMinute, endMinute } of offered) {
    const [start, end] = [at(startMinute), at(endMinute)];
    const key = `${clockOfMinute(startMinute)}-${clockOfMinute(endMinute)}`;
    // In a night the clocks jump over, a short window may have no time left.
    if (start < end) windows.set(key, { key, start, end });
  }
  return [...windows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
