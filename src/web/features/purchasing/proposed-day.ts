/** When goods are asked for, as the order's type proposes it (domain/purchasing/required-on.ts). */
import type { SetupRecords } from '#contract/setup-record.ts';
import { requiredOn } from '#domain/purchasing/required-on.ts';
import type { Day } from '#domain/time.ts';

/** null: the type is not read yet. */
export function proposedDay(types: SetupRecords | undefined, typeId: number, date: Day): Day | null {
  const type = types?.items.find(({ id }) => id === typeId);
  if (!type) return null;
  const { requiredInDays, skipWeekends } = type.values;
  return requiredOn(date, {
    offsetDays: Number(requiredInDays ?? 0),
    skipWeekends: skipWeekends === true,
  });
}

type Decided = { readonly typeId: number; readonly date: Day; readonly requiredOn: Day };

/**
 * With another type or day the goods are needed on another day, unless somebody has chosen one: then theirs stays.
 * @returns what changes besides
 */
export function followingDay(
  types: SetupRecords | undefined,
  now: Decided,
  changes: { readonly typeId?: number | undefined; readonly date?: Day | undefined },
): Partial<Decided> {
  if (proposedDay(types, now.typeId, now.date) !== now.requiredOn) return {};
  const day = proposedDay(types, changes.typeId ?? now.typeId, changes.date ?? now.date);
  return day === null || day === now.requiredOn ? {} : { requiredOn: day };
}
