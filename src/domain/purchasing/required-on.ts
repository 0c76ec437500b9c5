/** When goods are asked for: so many days after the order, working days alone where the type says so (§5). */
import { addDays, type Day, weekdayOf } from '../time.ts';

const isWeekend = (day: Day): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;

/**
 * @param offsetDays ≥ 0. With weekends skipped they are neither counted nor the answer: one day after a Friday is
 * Monday, and none after a Saturday is Monday, too.
 */
export function requiredOn(
  from: Day,
  { offsetDays, skipWeekends }: { offsetDays: number; skipWeekends: boolean },
): Day {
  if (!skipWeekends) return addDays(from, offsetDays);
  let day = from;
  for (let left = offsetDays; left > 0; ) {
    day = addDays(day, 1);
    if (!isWeekend(day)) left -= 1;
  }
  while (isWeekend(day)) day = addDays(day, 1);
  return day;
}
