/** An arrival window that runs across another: told before it is saved, by the rule of the check of the set-up. */
import type { SetupRecord } from '#contract/setup-record.ts';
import { crossedBy, type OfferedWindow } from '#domain/capacity/window-crossing.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';

type Values = SetupValues;
const DECIDES = ['businessUnitId', 'startMinute', 'endMinute', 'weekdays'] as const;

/** The columns of `WORK_KINDS.arrivalWindow`. */
const offered = (values: Values) => values as unknown as OfferedWindow & { readonly name: string };
const times = (values: Values): string => JSON.stringify(DECIDES.map((field) => values[field]));

/**
 * The names of the windows in use it would run across. None where nothing of its times, days or unit was changed: what is
 * there already is the check's to tell.
 * @param record null: a new one
 */
export function windowsCrossed(
  kind: SetupKind,
  record: SetupRecord | null,
  values: Values,
  records: readonly SetupRecord[],
): string[] {
  if (kind !== 'arrivalWindow' || record?.active === false) return [];
  if (record && times(record.values) === times(values)) return [];
  const others = records.filter(({ id, active }) => active && id !== record?.id);
  return crossedBy(
    offered(values),
    others.map((one) => offered(one.values)),
  ).map(({ name }) => name);
}
