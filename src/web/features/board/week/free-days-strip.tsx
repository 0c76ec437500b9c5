import { countSaid, hoursSaid } from '../day/hours-said.ts';
import type { AxisDay } from '../grid/types.ts';

const HOUR_MS = 3_600_000;

/** Free technician hours of each day, over the days of the grid. */
export function FreeDaysStrip({
  minutes,
  days,
  dayPx,
}: {
  /** Per hour from the start of the first day. */
  minutes: readonly number[];
  days: readonly AxisDay[];
  dayPx: number;
}) {
  const start = days[0]?.start ?? 0;
  const hourOf = (ms: number) => Math.round((ms - start) / HOUR_MS);
  const free = days.map((day) =>
    minutes.slice(hourOf(day.start), hourOf(day.end)).reduce((sum, one) => sum + one, 0),
  );
  const most = Math.max(60, ...free);
  return (
    <div aria-hidden className="flex h-full items-end text-2xs text-text tabular-nums">
      {free.map((one, at) => (
        <span
          key={days[at]!.start}
          style={{ width: dayPx }}
          data-tip={`${hoursSaid(one)} free`}
          className="relative flex h-full shrink-0 items-end overflow-hidden px-[3px]"
        >
          {one > 0 && (
            <span
              style={{ height: `${Math.max(2, Math.round((100 * one) / most))}%` }}
              className={one < most / 4 ? 'block w-full bg-accent/60' : 'block w-full bg-accent/35'}
            />
          )}
          <span className="absolute bottom-0.5 left-1.5">{countSaid(Math.round(one / 60))} h</span>
        </span>
      ))}
    </div>
  );
}
