/**
 * A CSV against a set-up list: what becomes of every row. The browser previews with it and the server writes by it,
 * each on the list as it knows it.
 */

import { cellOf, type IdOf, type NameOf, readCell } from '#domain/setup/cells.ts';
import { initialOf, isAsked, type SetupField, type SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { relationFaults } from '#domain/setup/relations.ts';
import {
  ACTIVE,
  addTo,
  type FindRecord,
  type ImportColumn,
  type ImportList,
  type KnownRecord,
  type ListImportPlan,
  listCsv,
  planListImport,
  type RowPlan,
} from './list-import.ts';
import { newValuesOf, type SetupRecord } from './setup-record.ts';

export type SetupRowPlan = RowPlan;

/** Set-up lists are hundreds of records; what is longer is another kind of file, and one step must fit into its undo. */
export const MOST_ROWS = 2_000;
const IN_USE: SetupField = { name: ACTIVE, title: 'In use', type: 'yesNo' };

/** A field as a column: read and written as `domain/setup/cells.ts` does. */
export const columnOf = (field: SetupField): ImportColumn => ({
  name: field.name,
  title: field.title,
  fixed: field.fixed ?? false,
  read: (cell, idOf) => readCell(field, cell, idOf),
  write: (value, nameOf) => cellOf(field, value, nameOf),
});
/** Whether a record is in use; an empty cell says nothing of it. */
export const activeColumn: ImportColumn = { ...columnOf(IN_USE), emptyKeeps: true };

/** The list as CSV, one column per field: what `planSetupImport` reads back as unchanged. */
export const setupCsv = (kind: SetupKind, records: readonly SetupRecord[], nameOf: NameOf): string =>
  listCsv(setupImportList(kind), records, nameOf);

/** @param idOf a record of another list by name or external key; undefined: there is none, or more than one */
export const planSetupImport = (
  kind: SetupKind,
  csv: string,
  records: readonly SetupRecord[],
  idOf: IdOf,
): ListImportPlan => planListImport(setupImportList(kind), csv, records, idOf);

function setupImportList(kind: SetupKind): ImportList {
  const row = setupKind(kind);
  const { fields, naming, uniqueWithin } = row;
  const schema = newValuesOf(row);
  return {
    columns: [...fields.map(columnOf), activeColumn],
    naming: [naming],
    needs: uniqueWithin === null ? [] : [naming],
    mostRows: MOST_ROWS,
    whole: (known, given) => wholeOf(fields, known, given),
    check(whole) {
      const related = relationFaults(row, whole);
      const { data, error } = schema.safeParse(whole);
      const issues = (error?.issues ?? []).map(({ path, code, message }) => ({
        field: String(path[0]),
        code: String(code),
        message,
        isRelation: related.some((one) => one.field === path[0] && one.phrase === message),
      }));
      return { values: data ?? whole, issues };
    },
    keysOf: (values) => keysOf(kind, values),
    finder: (records) => finderOf(kind, records),
  };
}

function wholeOf(
  fields: readonly SetupField[],
  known: KnownRecord | undefined,
  given: SetupValues,
): SetupValues {
  const whole: Record<string, SetupValues[string]> = known
    ? { ...known.values, ...given }
    : { ...Object.fromEntries(fields.map((field) => [field.name, initialOf(field) ?? null])), ...given };
  // A cell left empty where it would say nothing is as it should be: the days of a term by a day of the month.
  for (const field of fields) {
    if (whole[field.name] === null && !isAsked(field, whole)) whole[field.name] = initialOf(field) ?? null;
  }
  return whole;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What no other record of the list may have: the name where names are unique, case aside, and the external key. */
function keysOf(kind: SetupKind, values: SetupValues): string[] {
  const { naming, uniqueWithin } = setupKind(kind);
  const within = (uniqueWithin ?? []).map((field) => values[field] ?? null);
  return [
    ...(uniqueWithin === null ? [] : [JSON.stringify([String(values[naming]).toLowerCase(), ...within])]),
    ...(values.externalKey ? [`key ${values.externalKey}`] : []),
  ];
}

/** What a record is looked for by: its name; where names may repeat or be empty, whose it is as well. */
function nameKey(kind: SetupKind, values: SetupValues): string {
  const { uniqueWithin, naming, fields } = setupKind(kind);
  const name = String(values[naming] ?? '').toLowerCase();
  if (uniqueWithin !== null) return name;
  const owner = fields.find(({ type, required }) => type === 'one' && required);
  return `${owner ? values[owner.name] : ''} ${name}`;
}

/** By external key, else by name; where names may repeat, the one that is the same in everything given. */
function finderOf(kind: SetupKind, records: readonly KnownRecord[]): FindRecord {
  const byKey = new Map<unknown, KnownRecord>();
  const byName = new Map<string, KnownRecord[]>();
  for (const record of records) {
    const { externalKey } = record.values;
    if (externalKey && !byKey.has(externalKey)) byKey.set(externalKey, record);
    addTo(byName, nameKey(kind, record.values), record);
  }
  const { uniqueWithin } = setupKind(kind);
  return (given) => {
    const keyed = given.externalKey ? byKey.get(given.externalKey) : undefined;
    if (keyed) return keyed;
    const named = byName.get(nameKey(kind, given)) ?? [];
    if (uniqueWithin === null) {
      return named.find(({ values, active }) =>
        Object.entries(given).every(([name, value]) => same(name === ACTIVE ? active : values[name], value)),
      );
    }
    const fits = named.filter((one) =>
      uniqueWithin.every((field) => !(field in given) || same(one.values[field], given[field])),
    );
    return fits.find(({ active }) => active) ?? fits[0];
  };
}
