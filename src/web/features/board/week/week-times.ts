import { dayOf, instantFromMs } from '#domain/time.ts';
import { formatDay } from '../../../lib/format.ts';
import { hourOfDay, timeOfDay, timesOfDay } from '../../../lib/time-of-day.ts';
import type { AxisDay, BoardGridOptions } from '../grid/types.ts';

/** As a day's axis says its times, with the weekday: "Mon 8:00–9:00". */
export function weekTimes(
  zone: string,
  days: readonly AxisDay[],
): Pick<BoardGridOptions, 'formatHour' | 'formatTime' | 'formatTimes'> {
  const midnights = new Set(days.map(({ start }) => start));
  const dayAt = (ms: number) => formatDay(dayOf(instantFromMs(ms), zone));
  const weekday = (ms: number) => dayAt(ms).slice(0, 3);
  return {
    formatHour: (ms) => (midnights.has(ms) ? dayAt(ms) : hourOfDay(instantFromMs(ms), zone)),
    formatTime: (ms) => `${weekday(ms)} ${timeOfDay(instantFromMs(ms), zone)}`,
    formatTimes: (start, end) =>
      `${weekday(start)} ${timesOfDay(instantFromMs(start), instantFromMs(end), zone)}`,
  };
}
