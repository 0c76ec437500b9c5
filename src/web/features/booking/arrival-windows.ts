/**
 * The windows offered on the phone: local hours of the place, so that 8–10 is 8–10 there also on the nights the clocks
 * change. How full they are comes with capacity (domain-rules §4); until then a window is only open or past.
 */
import {
  addDays,
  addMinutes,
  atLocalTime,
  type Day,
  dayOf,
  type Instant,
  instantFromMs,
  laterOf,
  msOf,
} from '#domain/time.ts';

export const WINDOW_LENGTHS = [2, 4] as const;
export type WindowLength = (typeof WINDOW_LENGTHS)[number];

export type ArrivalWindow = {
  /** `08-10`: the same on every day, so that changing the day keeps the window. */
  readonly key: string;
  readonly start: Instant;
  readonly end: Instant;
  /** When the visit is planned to begin: the window's start, or the next quarter hour once that has passed. */
  readonly visitStart: Instant;
  readonly isPast: boolean;
};

const FIRST_HOUR = 8;
const LAST_HOUR = 18;
const STEP_HOURS = 2;
const QUARTER_MS = 15 * 60_000;

/** A window may begin at any even hour; a later start than `now` is never planned into the past. */
export function arrivalWindows(day: Day, zone: string, hours: WindowLength, now: Instant): ArrivalWindow[] {
  const soonest = instantFromMs(Math.ceil(msOf(now) / QUARTER_MS) * QUARTER_MS);
  const windows: ArrivalWindow[] = [];
  for (let hour = FIRST_HOUR; hour + hours <= LAST_HOUR; hour += STEP_HOURS) {
    const start = localHour(day, hour, zone);
    const end = localHour(day, hour + hours, zone);
    const visitStart = laterOf(start, soonest);
    windows.push({
      key: `${two(hour)}-${two(hour + hours)}`,
      start,
      end,
      visitStart,
      isPast: visitStart >= end,
    });
  }
  return windows;
}

/** Start and end of the visit a window stands for. */
export const visitIn = ({ visitStart }: ArrivalWindow, minutes: number) => ({
  start: visitStart,
  end: addMinutes(visitStart, minutes),
});

/** Today while a window of it can still be kept, else tomorrow: where a call begins. */
export function firstOpenDay(zone: string, hours: WindowLength, now: Instant): Day {
  const today = dayOf(now, zone);
  return arrivalWindows(today, zone, hours, now).some(({ isPast }) => !isPast) ? today : addDays(today, 1);
}

const two = (hour: number) => String(hour).padStart(2, '0');

/** The hour by the clock on the wall there; where the clock jumps over it, the moment after the jump. */
function localHour(day: Day, hour: number, zone: string): Instant {
  const at = atLocalTime(day, `${two(hour)}:00`, zone);
  if (at.kind === 'unique') return at.instant;
  return at.kind === 'ambiguous' ? at.earlier : at.after;
}
