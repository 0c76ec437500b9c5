/**
 * A CSV against a set-up list: what becomes of every row. The browser previews with it and the server writes by it,
 * each on the list as it knows it.
 */

import { csvText } from '#domain/csv-text.ts';
import { type CellError, cellOf, type IdOf, type NameOf, readCell } from '#domain/setup/cells.ts';
import { parseCsv } from '#domain/setup/csv.ts';
import { initialOf, isAsked, type SetupField, type SetupValues } from '#domain/setup/fields.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { relationFaults } from '#domain/setup/relations.ts';
import { newValuesOf, type SetupRecord } from './setup-record.ts';

export const SETUP_ROW_FATES = ['create', 'update', 'unchanged', 'reject'] as const;
export type SetupRowReason = {
  /** The column's head, or null for the row whole. */
  readonly column: string | null;
  readonly code: CellError['code'] | 'invalid' | 'missing' | 'related' | 'repeated' | 'fixed' | 'ragged';
  readonly text: string;
};
export type SetupRowPlan = {
  readonly line: number;
  readonly name: string;
  readonly fate: (typeof SETUP_ROW_FATES)[number];
  readonly reasons: readonly SetupRowReason[];
  /** The record it updates, or is already. */
  readonly id: number | null;
  /** Titles of the fields an update changes. */
  readonly changed: readonly string[];
  readonly values: SetupValues;
};
export type SetupImportPlan =
  | {
      readonly ok: true;
      readonly rows: readonly SetupRowPlan[];
      /** Heads of the file that mean nothing here. */
      readonly ignored: readonly string[];
    }
  | {
      readonly ok: false;
      readonly code: 'quote_not_closed' | 'no_name_column' | 'no_rows' | 'too_many';
      readonly line: number;
    };

/** Set-up lists are hundreds of records; what is longer is another kind of file, and one step must fit into its undo. */
export const MOST_ROWS = 2_000;
const IN_USE = 'In use';
const ACTIVE: SetupField = { name: 'active', title: IN_USE, type: 'yesNo' };

/** The list as CSV, one column per field: what `planSetupImport` reads back as unchanged. */
export function setupCsv(kind: SetupKind, records: readonly SetupRecord[], nameOf: NameOf): string {
  const { fields } = setupKind(kind);
  return csvText([
    [...fields.map(({ title }) => title), IN_USE],
    ...records.map(({ values, active }) => [
      ...fields.map((field) => cellOf(field, values[field.name], nameOf)),
      active ? 'yes' : 'no',
    ]),
  ]);
}

type Column = { readonly at: number; readonly field: SetupField };

/** @param idOf a record of another list by name or external key; undefined: there is none, or more than one */
export function planSetupImport(
  kind: SetupKind,
  csv: string,
  records: readonly SetupRecord[],
  idOf: IdOf,
): SetupImportPlan {
  const parsed = parseCsv(csv);
  if (!parsed.ok) return { ok: false, code: 'quote_not_closed', line: parsed.line };
  const [head, ...lines] = parsed.rows;
  if (!head || lines.length === 0) return { ok: false, code: 'no_rows', line: 1 };
  if (lines.length > MOST_ROWS) return { ok: false, code: 'too_many', line: lines[MOST_ROWS]!.line };
  const { columns, ignored } = columnsOf(kind, head.cells);
  const { uniqueWithin, naming } = setupKind(kind);
  if (uniqueWithin !== null && !columns.some(({ field }) => field.name === naming)) {
    return { ok: false, code: 'no_name_column', line: 1 };
  }
  const list = listIndex(kind, records);
  const seen = new Set<string>();
  const width = head.cells.length;
  const rows = lines.map(({ line, cells }) =>
    planRow({ kind, columns, width, line, cells, list, idOf, seen }),
  );
  return { ok: true, rows, ignored };
}

function columnsOf(kind: SetupKind, head: readonly string[]): { columns: Column[]; ignored: string[] } {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = [...setupKind(kind).fields, ACTIVE];
  const columns: Column[] = [];
  const ignored: string[] = [];
  for (const [at, title] of head.entries()) {
    const field = known.find((one) => [plain(one.title), plain(one.name)].includes(plain(title)));
    if (field && !columns.some((one) => one.field === field)) columns.push({ at, field });
    else if (title.trim() !== '') ignored.push(title.trim());
  }
  return { columns, ignored };
}

type Row = {
  kind: SetupKind;
  columns: readonly Column[];
  line: number;
  cells: readonly string[];
  /** How many heads there are. */
  width: number;
  list: ListIndex;
  idOf: IdOf;
  seen: Set<string>;
};

function planRow({ kind, columns, line, cells, width, list, idOf, seen }: Row): SetupRowPlan {
  const { fields, naming } = setupKind(kind);
  const reasons: SetupRowReason[] = [];
  const given: Record<string, SetupValues[string]> = {};
  // Which cell is missing is not to be guessed: the others would stand in the wrong columns.
  if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) {
    reasons.push({ column: null, code: 'ragged', text: `${cells.length}` });
  }
  for (const { at, field } of columns) {
    // Says nothing of whether it is in use.
    if (field === ACTIVE && (cells[at] ?? '').trim() === '') continue;
    const result = readCell(field, cells[at] ?? '', idOf);
    if (result.ok) given[field.name] = result.value;
    else reasons.push({ column: field.title, ...result.error });
  }
  const nameAt = columns.find(({ field }) => field.name === naming)?.at;
  const name = (nameAt === undefined ? '' : (cells[nameAt] ?? '')).trim();
  const known = existingOf(kind, given, list);
  const { active, ...values } = given;
  const whole: Record<string, SetupValues[string]> = known
    ? { ...known.values, ...values }
    : { ...Object.fromEntries(fields.map((field) => [field.name, initialOf(field) ?? null])), ...values };
  // A cell left empty where it would say nothing is as it should be: the days of a term by a day of the month.
  for (const field of fields) {
    if (whole[field.name] === null && !isAsked(field, whole)) whole[field.name] = initialOf(field) ?? null;
  }
  const related = relationFaults(setupKind(kind), whole);
  const checked = newValuesOf(setupKind(kind)).safeParse(whole);
  for (const issue of checked.error?.issues ?? []) {
    const field = fields.find((one) => one.name === issue.path[0]);
    if (!field || reasons.some(({ column }) => column === field.title)) continue;
    const isEmpty = whole[field.name] === null || whole[field.name] === '';
    const at = columns.find((column) => column.field === field)?.at;
    // As it stands in the file: 101 %, not the millionths it is kept in.
    const written = at === undefined ? String(whole[field.name]) : (cells[at] ?? '').trim();
    reasons.push({
      column: field.title,
      ...(related.some((one) => one.field === field.name && one.phrase === issue.message)
        ? { code: 'related', text: issue.message }
        : { code: isEmpty ? 'missing' : 'invalid', text: isEmpty ? String(whole[field.name]) : written }),
    });
  }
  const taken = checked.success ? checked.data : whole;
  for (const key of keysOf(kind, taken)) {
    const owners = list.ownersOf.get(key) ?? [];
    if (seen.has(key) || owners.some((id) => id !== known?.id))
      reasons.push({ column: null, code: 'repeated', text: name });
    seen.add(key);
  }
  const changed = known
    ? fields.filter((field) => field.name in values && !same(known.values[field.name], taken[field.name]))
    : [];
  for (const field of changed) {
    if (field.fixed) reasons.push({ column: field.title, code: 'fixed', text: String(values[field.name]) });
  }
  const titles = changed.map(({ title }) => title);
  if (known && active !== undefined && active !== known.active) titles.push(IN_USE);
  return {
    line,
    name,
    fate: reasons.length > 0 ? 'reject' : !known ? 'create' : titles.length > 0 ? 'update' : 'unchanged',
    reasons,
    id: known?.id ?? null,
    changed: titles,
    values: { ...(known ? pick(taken, changed) : taken), ...(active === undefined ? {} : { active }) },
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const pick = (values: SetupValues, fields: readonly SetupField[]): SetupValues =>
  Object.fromEntries(fields.map(({ name }) => [name, values[name]!]));

/** What no other record of the list may have: the name where names are unique, case aside, and the external key. */
function keysOf(kind: SetupKind, values: SetupValues): string[] {
  const { naming, uniqueWithin } = setupKind(kind);
  const within = (uniqueWithin ?? []).map((field) => values[field] ?? null);
  return [
    ...(uniqueWithin === null ? [] : [JSON.stringify([String(values[naming]).toLowerCase(), ...within])]),
    ...(values.externalKey ? [`key ${values.externalKey}`] : []),
  ];
}

type ListIndex = {
  readonly byKey: ReadonlyMap<unknown, SetupRecord>;
  readonly byName: ReadonlyMap<string, readonly SetupRecord[]>;
  /** Who has what nobody else may have. */
  readonly ownersOf: ReadonlyMap<string, readonly number[]>;
};

/** Looked into once per row: a file as long as its list must not take the square of it. */
function listIndex(kind: SetupKind, records: readonly SetupRecord[]): ListIndex {
  const byKey = new Map<unknown, SetupRecord>();
  const byName = new Map<string, SetupRecord[]>();
  const ownersOf = new Map<string, number[]>();
  for (const record of records) {
    const { externalKey } = record.values;
    if (externalKey && !byKey.has(externalKey)) byKey.set(externalKey, record);
    pushTo(byName, nameKey(kind, record.values), record);
    for (const key of keysOf(kind, record.values)) pushTo(ownersOf, key, record.id);
  }
  return { byKey, byName, ownersOf };
}
const pushTo = <T>(lists: Map<string, T[]>, key: string, one: T) =>
  void (lists.get(key)?.push(one) ?? lists.set(key, [one]));

/** What a record is looked for by: its name; where names may repeat or be empty, whose it is as well. */
function nameKey(kind: SetupKind, values: SetupValues): string {
  const { uniqueWithin, naming, fields } = setupKind(kind);
  const name = String(values[naming] ?? '').toLowerCase();
  if (uniqueWithin !== null) return name;
  const owner = fields.find(({ type, required }) => type === 'one' && required);
  return `${owner ? values[owner.name] : ''} ${name}`;
}

/** By external key, else by name; where names may repeat, the one that is the same in everything given. */
function existingOf(kind: SetupKind, given: SetupValues, list: ListIndex): SetupRecord | undefined {
  const byKey = given.externalKey ? list.byKey.get(given.externalKey) : undefined;
  if (byKey) return byKey;
  const { uniqueWithin } = setupKind(kind);
  const named = list.byName.get(nameKey(kind, given)) ?? [];
  if (uniqueWithin === null) {
    return named.find(({ values, active }) =>
      Object.entries(given).every(([name, value]) => same(name === 'active' ? active : values[name], value)),
    );
  }
  const fits = named.filter((one) =>
    uniqueWithin.every((field) => !(field in given) || same(one.values[field], given[field])),
  );
  return fits.find(({ active }) => active) ?? fits[0];
}
