/** Deliveries by day, as the page lists them. */
import type { Delivery } from '#contract/spend.ts';
import { addDays, type Day, daysBetween } from '#domain/time.ts';
import { dayIn, idIn, idsIn, type RawSearch, wordIn } from '../../../lib/search-params.ts';
import { weekOf } from '../../../lib/week.ts';

/** `?span=month&day=2026-11-25&vendor=12`: the week or month that holds the day. */
export type DeliveriesSearch = {
  span?: 'week' | 'month' | undefined;
  day?: Day | undefined;
  vendor?: number | undefined;
  bu?: number[] | undefined;
};

export const deliveriesIn = (address: RawSearch): DeliveriesSearch => ({
  span: wordIn(address.span, ['week', 'month']),
  day: dayIn(address.day),
  vendor: idIn(address.vendor),
  bu: idsIn(address.bu),
});

/** First and last day shown. */
export function spanOf({ span }: DeliveriesSearch, day: Day, firstWeekday: number): [Day, Day] {
  if (span !== 'month') return weekOf(day, firstWeekday);
  const first = `${day.slice(0, 8)}01` as Day;
  // No month is longer: the 32nd day is of the next one, whose day of the month says how many too many.
  const beyond = addDays(first, 31);
  return [first, addDays(beyond, -Number(beyond.slice(8)))];
}

/** The same place of the week or month before (-1) or after (1). */
export function stepped(search: DeliveriesSearch, day: Day, firstWeekday: number, by: 1 | -1): Day {
  const [first, last] = spanOf(search, day, firstWeekday);
  return by === 1 ? addDays(last, 1) : spanOf(search, addDays(first, -1), firstWeekday)[0];
}

export type DeliveryDay = { readonly day: Day; readonly deliveries: readonly Delivery[] };

/** What is overdue, the longest first, and every day of the span, empty ones too. */
export function byDay(
  items: readonly Delivery[],
  [first, last]: readonly [Day, Day],
): { readonly overdue: readonly Delivery[]; readonly days: readonly DeliveryDay[] } {
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => addDays(first, at));
  return {
    overdue: items.filter(({ isOverdue }) => isOverdue),
    days: days.map((day) => ({
      day,
      deliveries: items.filter((one) => one.day === day && !one.isOverdue),
    })),
  };
}
