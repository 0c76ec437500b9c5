/**
 * The windows offered on the phone, from the set-up (`domain/schedule/arrival-windows.ts`). How full they are comes with
 * capacity (domain-rules §4); until then a window is only open or past.
 */
import type { Setup } from '#contract/setup.ts';
import { type PromisedWindow, windowsOn } from '#domain/schedule/arrival-windows.ts';
import { soonestVisit } from '#domain/schedule/soonest-visit.ts';
import { addDays, addMinutes, type Day, dayOf, type Instant, laterOf } from '#domain/time.ts';

export type ArrivalWindow = PromisedWindow & {
  /** When the visit is planned to begin: the window's start, or the next quarter hour once that has passed. */
  readonly visitStart: Instant;
  readonly isPast: boolean;
};

/** Whose windows: those of the set-up for a unit (null: not chosen yet), on the clock of the place. */
type Promiser = {
  readonly setup: Pick<Setup, 'arrivalWindows'>;
  readonly businessUnitId: number | null;
  readonly zone: string;
};

/** Longer without a single window, and the calendar is no help any more. */
const DAYS_AHEAD = 14;

/** The earlier first; a start before `now` is never planned into the past. */
export function arrivalWindows(
  day: Day,
  { setup, businessUnitId, zone }: Promiser,
  now: Instant,
): ArrivalWindow[] {
  const soonest = soonestVisit(now);
  return windowsOn(setup.arrivalWindows, businessUnitId, day, zone).map((window) => {
    const visitStart = laterOf(window.start, soonest);
    return { ...window, visitStart, isPast: visitStart >= window.end };
  });
}

/** Start and end of the visit a window stands for. */
export const visitIn = ({ visitStart }: ArrivalWindow, minutes: number) => ({
  start: visitStart,
  end: addMinutes(visitStart, minutes),
});

/** Today while a window of it can still be kept, else the next day that has one: where a call begins. */
export function firstOpenDay(promiser: Promiser, now: Instant): Day {
  const today = dayOf(now, promiser.zone);
  const isOpen = (day: Day) => arrivalWindows(day, promiser, now).some(({ isPast }) => !isPast);
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const day = addDays(today, ahead);
    if (isOpen(day)) return day;
  }
  return today;
}
