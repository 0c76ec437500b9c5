/** How the office writes a day, on its screens and on the papers it sends: English words, so that no reader takes a month for a day. */
import { type Day, weekdayOf } from './time.ts';

export const WEEKDAY_WORDS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTH_WORDS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Fri 21 Nov`, with its year `Fri 21 Nov 2026`. */
export function writtenDay(of: Day, withYear: boolean): string {
  const [year, month, date] = of.split('-').map(Number) as [number, number, number];
  return `${WEEKDAY_WORDS[weekdayOf(of)]} ${date} ${MONTH_WORDS[month - 1]}${withYear ? ` ${year}` : ''}`;
}
