import type { AppointmentRow } from '#contract/job.ts';
import { movedBy, movedToDay } from '#domain/job/moved-visit.ts';
import type { Day } from '#domain/time.ts';

/** Where visits go: all to one day at their own time of day, or each by some minutes. */
export type Move = { readonly cancelDispatch: boolean } & (
  | { readonly to: 'day'; readonly day: Day }
  | { readonly to: 'minutes'; readonly minutes: number }
);

/** A move to another day leaves a visit of that day where it is; minutes move everything. */
export const goesElsewhere = (row: AppointmentRow, move: Move): boolean =>
  movedTimes(row, move).start !== row.start;

/** The times a visit would have, in the zone of its place; minutes leave the window that was promised. */
export function movedTimes(row: AppointmentRow, move: Move) {
  if (move.to === 'day') return movedToDay(row, move.day, row.timeZone);
  const { start, end } = movedBy(row, move.minutes);
  return { start, end };
}
