/** Two arrival windows offered on the same days that run across each other: one promise too many (domain-rules §4). */
import type { Id } from '../ids.ts';

export type OfferedWindow = {
  readonly businessUnitId: Id | null;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly weekdays: readonly number[];
};

const offeredTogether = (a: OfferedWindow, b: OfferedWindow): boolean =>
  (a.businessUnitId === null || b.businessUnitId === null || a.businessUnitId === b.businessUnitId) &&
  a.weekdays.some((day) => b.weekdays.includes(day));

/** One within the other is meant so (a long morning beside its halves); the same twice, or one across the end of another, is not. */
const crosses = (a: OfferedWindow, b: OfferedWindow): boolean => {
  const isSame = a.startMinute === b.startMinute && a.endMinute === b.endMinute;
  const [early, late] = a.startMinute <= b.startMinute ? [a, b] : [b, a];
  const overlaps = late.startMinute < early.endMinute;
  const isWithin = late.endMinute <= early.endMinute || late.startMinute === early.startMinute;
  return isSame || (overlaps && !isWithin);
};

/** Those of `others` it runs across, in their order. */
export const crossedBy = <W extends OfferedWindow>(window: OfferedWindow, others: readonly W[]): W[] =>
  others.filter((one) => offeredTogether(one, window) && crosses(one, window));
