/** A set-up record's values in and out of its form. */
import type { SetupRecord } from '#contract/setup-record.ts';
import { initialOf, type SetupValue, type SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import type { Day } from '#domain/time.ts';

/** A new record as its form begins; what must be chosen begins empty. */
export function emptyValues(kind: SetupKind, today: Day): Record<string, SetupValue> {
  const start = {
    ...(kind === 'shiftPattern' && { validFrom: today }),
    // Most events are of one day; clearing the last one lets it go on.
    ...(kind === 'eventPattern' && { validFrom: today, validUntil: today }),
    ...((kind === 'technicianCost' || kind === 'taxRate') && { validFrom: today }),
  };
  return {
    ...Object.fromEntries(setupKind(kind).fields.map((field) => [field.name, emptyOf(field)])),
    ...start,
  };
}
/** What its form holds: not what is only told of it. */
export const typedValues = (kind: SetupKind, { values }: SetupRecord): Record<string, SetupValue> =>
  Object.fromEntries(setupKind(kind).fields.map(({ name }) => [name, values[name]!]));

const emptyOf = (field: Parameters<typeof initialOf>[0]): SetupValue =>
  initialOf(field) ?? (field.type === 'text' ? '' : null);

/** Only what differs from the record the form was opened on, so that others' changes of other fields stay. */
export function changesOf(kind: SetupKind, record: SetupRecord, values: SetupValues): SetupValues {
  const changed = setupKind(kind).fields.filter(
    ({ name, fixed }) => !fixed && JSON.stringify(record.values[name]) !== JSON.stringify(values[name]),
  );
  return Object.fromEntries(changed.map(({ name }) => [name, values[name]!]));
}
