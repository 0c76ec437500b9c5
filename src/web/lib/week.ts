/** The week as people who read a language begin it: on Sunday in the United States, on Monday in most of Europe. */
import { addDays, type Day, weekdayOf } from '#domain/time.ts';
import { WEEKDAY_WORDS } from '#domain/written-day.ts';

type WeekInfo = { readonly firstDay: number };
/** Where browsers keep it: a method by the standard, a property in older ones; Firefox has neither. */
type WithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

/** Of countries whose week begins on Sunday or Saturday, for browsers that do not know. */
const NOT_ON_MONDAY: Readonly<Record<string, number>> = { US: 0, CA: 0, MX: 0, BR: 0, IL: 0, JP: 0, EG: 6 };

/** 0 Sunday … 6 Saturday. Left out: the browser's language. */
export function firstWeekday(locale: string = navigator.language): number {
  try {
    const read: WithWeek = new Intl.Locale(locale);
    const known = read.getWeekInfo?.() ?? read.weekInfo;
    return known ? known.firstDay % 7 : (NOT_ON_MONDAY[read.maximize().region ?? ''] ?? 1);
  } catch {
    return 1; // Intl throws RangeError for a text that is no language: the rest of the world begins on Monday
  }
}

/** The seven weekdays in their order. */
export const weekdaysFrom = (first: number): number[] =>
  Array.from({ length: 7 }, (_, at) => (first + at) % 7);

/** First and last day of the week that holds `day`. */
export function weekOf(day: Day, first: number): [Day, Day] {
  const start = addDays(day, -((weekdayOf(day) - first + 7) % 7));
  return [start, addDays(start, 6)];
}

/** "Mon–Fri", "Mon, Wed", "Sun, Tue–Fri", "Every day". */
export function weekdaysText(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return 'Every day';
  const runs: number[][] = [];
  for (const one of [...weekdays].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && one === run.at(-1)! + 1) run.push(one);
    else runs.push([one]);
  }
  return runs
    .map((run) => run.map((one) => WEEKDAY_WORDS[one]))
    .map((words) => (words.length > 2 ? `${words[0]}–${words.at(-1)}` : words.join(', ')))
    .join(', ');
}
