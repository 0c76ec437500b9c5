/**
 * A CSV against a list of records: what becomes of every row. A list says what its columns are, how their cells are
 * read, what a row is found again by and what holds of it whole (`ImportList`); set-up lists are made from their kind
 * (`setup-import.ts`).
 */

import { csvText } from '#domain/csv-text.ts';
import type { CellError, CellRead, IdOf, NameOf } from '#domain/setup/cells.ts';
import { type CsvLine, parseCsv } from '#domain/setup/csv.ts';
import type { SetupValue, SetupValues } from '#domain/setup/fields.ts';

export const ROW_FATES = ['create', 'update', 'unchanged', 'reject'] as const;
export type RowFate = (typeof ROW_FATES)[number];
export const ROW_REASONS = [
  'unreadable',
  'unknown_name',
  'invalid',
  'missing',
  'related',
  'repeated',
  'several',
  'fixed',
  'ragged',
  'refused',
] as const;
/** What a schema said of one field. */
export type RowIssue = {
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** The message says what is wrong between this field and another. */
  readonly isRelation?: boolean;
};
export type RowReason = {
  /** The column's head, or null for the row whole. */
  readonly column: string | null;
  readonly code: CellError['code'] | (typeof ROW_REASONS)[number];
  readonly text: string;
  /** Beside `invalid`, `missing` and `related`: as a form would be told. */
  readonly issue?: RowIssue | undefined;
  /** Beside `refused`: as the rules refuse the same of a form. */
  readonly refusal?:
    | { readonly code: string; readonly params: Readonly<Record<string, unknown>> }
    | undefined;
};
export type RowPlan = {
  readonly line: number;
  readonly name: string;
  readonly fate: RowFate;
  readonly reasons: readonly RowReason[];
  /** The record it updates, or is already. */
  readonly id: number | null;
  /** Heads of the columns an update changes. */
  readonly changed: readonly string[];
  /** Of a new record all, of a known one what changes. */
  readonly values: SetupValues;
};
export const FILE_PROBLEMS = [
  'quote_not_closed',
  'no_name_column',
  'twin_columns',
  'no_rows',
  'too_many',
] as const;
export type ListImportPlan =
  | {
      readonly ok: true;
      readonly rows: readonly RowPlan[];
      /** Heads of the file that mean nothing here. */
      readonly ignored: readonly string[];
    }
  | {
      readonly ok: false;
      readonly code: (typeof FILE_PROBLEMS)[number];
      readonly line: number;
      /** The head that is missing, or there twice. */
      readonly column?: string | null;
    };

export type ImportColumn = {
  /** The record's own name of the field. */
  readonly name: string;
  readonly title: string;
  readonly read: (cell: string, idOf: IdOf) => CellRead;
  readonly write: (value: SetupValue | undefined, nameOf: NameOf) => string;
  /** Given once, when the record is made. */
  readonly fixed?: boolean;
  /** An empty cell says nothing: a known record keeps what it has. */
  readonly emptyKeeps?: boolean;
};
export type KnownRecord = { readonly id: number; readonly active: boolean; readonly values: SetupValues };
/** `several`: which one is meant cannot be said. */
export type FindRecord = (given: SetupValues) => KnownRecord | 'several' | undefined;

export type ImportList = {
  /** One of them may be `active`, which stands beside a record's values. */
  readonly columns: readonly ImportColumn[];
  /** The columns a row is called by. */
  readonly naming: readonly string[];
  /** The columns a file must have. */
  readonly needs: readonly string[];
  readonly mostRows: number;
  /** Two columns of one head refuse the file; else the second is not read. */
  readonly isStrict?: boolean;
  /** What no two rows may have, though records may. */
  readonly rowKeysOf?: (values: SetupValues, known: KnownRecord | undefined) => readonly string[];
  /** Columns that follow from others where they are not given. */
  readonly derived?: readonly string[];
  /** The record as it would be: a new one with what no column says. */
  readonly whole: (known: KnownRecord | undefined, given: SetupValues) => SetupValues;
  /** The contract's schema, and what must hold between fields. */
  readonly check: (
    whole: SetupValues,
    known: KnownRecord | undefined,
  ) => {
    readonly values: SetupValues;
    readonly issues: readonly RowIssue[];
  };
  /** What no other row and no other record may have. */
  readonly keysOf: (values: SetupValues) => readonly string[];
  /** Looked into once per row: a file as long as its list must not take the square of it. */
  readonly finder: (records: readonly KnownRecord[]) => FindRecord;
};

export const ACTIVE = 'active';

/** The list as CSV, one column per field: what `planListImport` reads back as unchanged. */
export const listCsv = (
  { columns }: Pick<ImportList, 'columns'>,
  records: readonly KnownRecord[],
  nameOf: NameOf,
): string =>
  csvText([
    columns.map(({ title }) => title),
    ...records.map(({ values, active }) =>
      columns.map(({ name, write }) => write(name === ACTIVE ? active : values[name], nameOf)),
    ),
  ]);

type Heads = {
  readonly columns: readonly { readonly at: number; readonly column: ImportColumn }[];
  readonly width: number;
  readonly ignored: readonly string[];
  readonly twin: string | null;
};

/** @param idOf a record of another list by name or external key; undefined: there is none, or more than one */
export function planListImport(
  list: ImportList,
  csv: string,
  records: readonly KnownRecord[],
  idOf: IdOf,
): ListImportPlan {
  const parsed = parseCsv(csv);
  if (!parsed.ok) return { ok: false, code: 'quote_not_closed', line: parsed.line };
  const [head, ...lines] = parsed.rows;
  if (!head || lines.length === 0) return { ok: false, code: 'no_rows', line: 1 };
  if (lines.length > list.mostRows) return { ok: false, code: 'too_many', line: lines[list.mostRows]!.line };
  const heads = headsOf(list, head.cells);
  if (list.isStrict && heads.twin !== null) {
    return { ok: false, code: 'twin_columns', line: 1, column: heads.twin };
  }
  const missing = list.needs.find((name) => !heads.columns.some(({ column }) => column.name === name));
  if (missing !== undefined) {
    const { title } = list.columns.find(({ name }) => name === missing)!;
    return { ok: false, code: 'no_name_column', line: 1, column: title };
  }
  const find = list.finder(records);
  const owners = ownersOf(list, records);
  const seen = new Set<string>();
  const rows = lines.map((one) => planRow({ list, heads, find, owners, idOf, seen }, one));
  return { ok: true, rows, ignored: heads.ignored };
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

function headsOf({ columns: known }: ImportList, head: readonly string[]): Heads {
  const columns: { at: number; column: ImportColumn }[] = [];
  const ignored: string[] = [];
  let twin: string | null = null;
  for (const [at, title] of head.entries()) {
    const column = known.find((one) => [plain(one.title), plain(one.name)].includes(plain(title)));
    if (column && !columns.some((one) => one.column === column)) columns.push({ at, column });
    else if (title.trim() !== '') ignored.push(title.trim());
    if (column && columns.some((one) => one.column === column && one.at !== at)) twin ??= title.trim();
  }
  return { columns, width: head.length, ignored, twin };
}

type Ground = {
  readonly list: ImportList;
  readonly heads: Heads;
  readonly find: FindRecord;
  /** Who has what nobody else may have. */
  readonly owners: ReadonlyMap<string, readonly number[]>;
  readonly idOf: IdOf;
  /** Keys of the rows before. */
  readonly seen: Set<string>;
};

function planRow({ list, heads, find, owners, idOf, seen }: Ground, { line, cells }: CsvLine): RowPlan {
  const reasons: RowReason[] = [];
  const given: Record<string, SetupValue> = {};
  const written = (name: string): string | undefined => {
    const at = heads.columns.find(({ column }) => column.name === name)?.at;
    return at === undefined ? undefined : (cells[at] ?? '').trim();
  };
  // Which cell is missing is not to be guessed: the others would stand in the wrong columns.
  if (cells.length < heads.width || cells.slice(heads.width).some((cell) => cell.trim() !== '')) {
    reasons.push({ column: null, code: 'ragged', text: `${cells.length}` });
  }
  for (const { at, column } of heads.columns) {
    if (column.emptyKeeps && (cells[at] ?? '').trim() === '') continue;
    const result = column.read(cells[at] ?? '', idOf);
    if (result.ok) given[column.name] = result.value;
    else reasons.push({ column: column.title, ...result.error });
  }
  const name = list.naming
    .map((one) => written(one) ?? '')
    .filter(Boolean)
    .join(' · ');
  const found = find(given);
  if (found === 'several') reasons.push({ column: null, code: 'several', text: name });
  const known = found === 'several' ? undefined : found;
  const { active, ...values } = given;
  const whole = list.whole(known, values);
  // Of which record it speaks is not known, so nor is what it lacks.
  const { values: taken, issues } =
    found === 'several' ? { values: whole, issues: [] } : list.check(whole, known);
  for (const issue of issues) {
    const column = list.columns.find((one) => one.name === issue.field);
    if (!column || reasons.some((one) => one.column === column.title)) continue;
    reasons.push({ column: column.title, ...told(issue, whole[issue.field], written(issue.field)), issue });
  }
  for (const key of list.keysOf(taken)) {
    if (seen.has(key) || (owners.get(key) ?? []).some((id) => id !== known?.id)) {
      reasons.push({ column: null, code: 'repeated', text: name });
    }
    seen.add(key);
  }
  for (const key of list.rowKeysOf?.(taken, known) ?? []) {
    if (seen.has(key) && !reasons.some(({ code }) => code === 'repeated')) {
      reasons.push({ column: null, code: 'repeated', text: name });
    }
    seen.add(key);
  }
  const fields = list.columns.filter(
    (column) => column.name !== ACTIVE && (column.name in values || list.derived?.includes(column.name)),
  );
  const changed = known ? fields.filter((one) => !same(known.values[one.name], taken[one.name])) : [];
  for (const { fixed, title, name: field } of changed) {
    if (fixed) reasons.push({ column: title, code: 'fixed', text: String(values[field]) });
  }
  const titles = changed.map(({ title }) => title);
  if (known && active !== undefined && active !== known.active) {
    titles.push(list.columns.find((column) => column.name === ACTIVE)!.title);
  }
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

/** As it stands in the file: 101 %, not the millionths it is kept in. */
function told(
  { isRelation, message }: RowIssue,
  value: SetupValue | undefined,
  written: string | undefined,
): Pick<RowReason, 'code' | 'text'> {
  if (isRelation) return { code: 'related', text: message };
  const isEmpty = value === null || value === undefined || value === '';
  return isEmpty
    ? { code: 'missing', text: String(value ?? null) }
    : { code: 'invalid', text: written ?? String(value) };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const pick = (values: SetupValues, columns: readonly ImportColumn[]): SetupValues =>
  Object.fromEntries(columns.map(({ name }) => [name, values[name]!]));

function ownersOf({ keysOf }: ImportList, records: readonly KnownRecord[]): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  for (const { id, values } of records) for (const key of keysOf(values)) addTo(owners, key, id);
  return owners;
}
/** One more of what is kept below a key. */
export const addTo = <T>(lists: Map<string, T[]>, key: string, one: T): void =>
  void (lists.get(key)?.push(one) ?? lists.set(key, [one]));
