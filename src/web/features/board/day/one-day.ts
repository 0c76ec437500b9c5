import type { BoardDay } from '#contract/board.ts';
import { type Day, daySpan, minutesBetween, type Span } from '#domain/time.ts';

/** The longest there is: 25 hours. */
const DAY_MINUTES = 25 * 60;

/** The board shows a day, not a week. */
export const isOneDay = ({ start, end }: Span): boolean => minutesBetween(start, end) <= DAY_MINUTES;

/** It is on the board: what a move there meets is known. */
export const isShownDay = (board: BoardDay, day: Day): boolean => {
  const { start, end } = daySpan(day, board.timeZone);
  return start >= board.start && end <= board.end;
};
