/** The state of imports and the fates of their rows, in SQL. */
import type { ImportMapping, ImportRow, ImportState, RowReasonCode } from '#contract/import.ts';
import type { ImportKind } from '#contract/import-kinds.ts';
import { ROW_FATES } from '#contract/import-kinds.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { IMPORT_STATUSES, type ImportStatus, importUndoUntil, isImportBusy } from '#domain/import-steps.ts';
import type { Instant } from '#domain/time.ts';
import { auditDone } from '../write/audit-done.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import type { FileColumn, FileInspection } from './inspect-file.ts';

const BUSY = IMPORT_STATUSES.filter(isImportBusy);
type Counts = Readonly<Record<string, number>>;

export type StoredImport = {
  readonly id: Id;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly encoding: ImportState['encoding'];
  readonly delimiter: string;
  readonly status: ImportStatus;
  readonly checked: boolean;
  readonly columns: readonly FileColumn[];
  readonly mapping: (ImportMapping & { readonly asOf: Instant }) | null;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly fates: Counts;
  readonly reasons: Counts;
  readonly made: Counts;
  readonly problem: ImportState['problem'];
  readonly createdOn: Instant;
  readonly modifiedOn: Instant;
  /** When it last wrote a record that its undo would take back. */
  readonly writtenOn: Instant | null;
};

const COLUMNS = `id, kind, file_name as "fileName", encoding, delimiter, status, checked, columns, mapping,
  rows_total as "rowsTotal", rows_done as "rowsDone", fates, reasons, made, problem,
  created_on as "createdOn", modified_on as "modifiedOn", written_on as "writtenOn"`;

export async function insertImport(
  tx: Transaction,
  context: CommandContext,
  file: FileInspection & { readonly fileName: string; readonly kind: ImportKind },
): Promise<StoredImport> {
  const [id] = await newIds(tx, 1);
  const rows = await tx.query<StoredImport>(
    `insert into company.imports (tenant_id, id, file_name, encoding, delimiter, status, columns, rows_total, created_by, created_on, modified_on, kind)
     values ($1, $2, $3, $4, $5, 'Uploaded', $6::jsonb, $7, $8, $9, $9, $10) returning ${COLUMNS}`,
    [
      tx.tenantId,
      id,
      file.fileName,
      file.encoding,
      file.delimiter,
      json(file.columns),
      file.rowsTotal,
      context.actor.userId,
      context.now,
      file.kind,
    ],
  );
  return rows[0]!;
}

export async function loadImport(
  tx: Transaction,
  id: Id,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredImport | null> {
  const rows = await tx.query<StoredImport>(
    `select ${COLUMNS} from company.imports where tenant_id = $1 and id = $2 ${lock ? 'for update' : ''}`,
    [tx.tenantId, id],
  );
  return rows[0] ?? null;
}

/** Newest first. */
export const loadImports = (tx: Transaction, limit: number): Promise<StoredImport[]> =>
  tx.query<StoredImport>(
    `select ${COLUMNS} from company.imports where tenant_id = $1 order by id desc limit $2`,
    [tx.tenantId, limit],
  );

type Changes = Partial<
  Pick<
    StoredImport,
    'status' | 'checked' | 'mapping' | 'rowsDone' | 'fates' | 'reasons' | 'made' | 'problem' | 'writtenOn'
  > & { readonly cancelAsked: boolean }
>;
const COLUMN_OF: Readonly<Record<keyof Changes, string>> = {
  status: 'status',
  checked: 'checked',
  mapping: 'mapping',
  rowsDone: 'rows_done',
  fates: 'fates',
  reasons: 'reasons',
  made: 'made',
  problem: 'problem',
  cancelAsked: 'cancel_asked',
  writtenOn: 'written_on',
};

export async function updateImport(tx: Transaction, id: Id, now: Instant, changes: Changes): Promise<void> {
  const entries = Object.entries(changes) as [keyof Changes, unknown][];
  const sets = entries.map(([field], index) => `${COLUMN_OF[field]} = $${index + 4}`);
  await tx.query(
    `update company.imports set ${['modified_on = $3', ...sets].join(', ')} where tenant_id = $1 and id = $2`,
    [tx.tenantId, id, now, ...entries.map(([, value]) => value)],
  );
}

/** Tells whoever works on it to stop, this process or another; answers whether somebody seems to. */
export async function askToCancel(tx: Transaction, id: Id): Promise<boolean> {
  const rows = await tx.query(
    `update company.imports set cancel_asked = true
     where tenant_id = $1 and id = $2 and status = any($3::text[]) returning id`,
    [tx.tenantId, id, BUSY],
  );
  return rows.length > 0;
}

export async function isCancelAsked(tx: Transaction, id: Id): Promise<boolean> {
  const [row] = await tx.query<{ asked: boolean }>(
    'select cancel_asked as asked from company.imports where tenant_id = $1 and id = $2',
    [tx.tenantId, id],
  );
  return row?.asked ?? false;
}

/** Writes the rows of a batch, over those of an earlier check or attempt. */
export async function saveRows(tx: Transaction, importId: Id, rows: readonly ImportRow[]): Promise<void> {
  await tx.query(
    `insert into company.import_rows (tenant_id, import_id, line, fate, reasons, external_id, summary, job_id, customer_id)
     select $1, $2, r.line, r.fate, r.reasons, r."externalId", r.summary, r."jobId", r."customerId"
     from jsonb_to_recordset($3::jsonb) as r(line int, fate text, reasons jsonb, "externalId" text, summary text, "jobId" bigint, "customerId" bigint)
     on conflict (tenant_id, import_id, line) do update set fate = excluded.fate, reasons = excluded.reasons,
       external_id = excluded.external_id, summary = excluded.summary, job_id = excluded.job_id,
       customer_id = excluded.customer_id`,
    [tx.tenantId, importId, json(rows)],
  );
}

export const deleteRows = (tx: Transaction, importId: Id): Promise<unknown> =>
  tx.query('delete from company.import_rows where tenant_id = $1 and import_id = $2', [
    tx.tenantId,
    importId,
  ]);

/** Rows after a line, by line. */
export const loadRows = (
  tx: Transaction,
  importId: Id,
  after: number,
  limit: number,
  fate: string | null,
): Promise<ImportRow[]> =>
  tx.query<ImportRow>(
    `select line, fate, reasons, external_id as "externalId", summary, job_id as "jobId", customer_id as "customerId"
     from company.import_rows
     where tenant_id = $1 and import_id = $2 and line > $3 and ($5::text is null or fate = $5) order by line limit $4`,
    [tx.tenantId, importId, after, limit, fate],
  );

/** Of these lines, those that this import has written already (an attempt that was cut off), as it told them. */
export async function loadRowsAt(
  tx: Transaction,
  importId: Id,
  lines: readonly number[],
): Promise<Map<number, ImportRow>> {
  const rows = await tx.query<ImportRow>(
    `select r.line, r.fate, r.reasons, r.external_id as "externalId", r.summary, r.job_id as "jobId", r.customer_id as "customerId"
     from company.import_rows r where r.tenant_id = $1 and r.import_id = $2 and r.line = any($3::int[])
       and exists (select from company.import_changes c where c.tenant_id = $1 and c.import_id = $2 and c.line = r.line)`,
    [tx.tenantId, importId, lines],
  );
  return new Map(rows.map((row) => [row.line, row]));
}

/** Of these lines, those that this import has booked already (an attempt that was cut off), with their jobs. */
export async function bookedByLine(
  tx: Transaction,
  importId: Id,
  lines: readonly number[],
): Promise<Map<number, Id>> {
  const rows = await tx.query<{ line: number; jobId: Id }>(
    `select line, job_id as "jobId" from company.import_rows
     where tenant_id = $1 and import_id = $2 and line = any($3::int[]) and job_id is not null and fate <> 'exists'`,
    [tx.tenantId, importId, lines],
  );
  return new Map(rows.map((row) => [row.line, row.jobId]));
}

export const auditImport = (
  tx: Transaction,
  context: CommandContext,
  verb: string,
  importId: Id,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> => auditDone(tx, context, verb, { kind: 'import', id: importId }, detail);

/** How often each fate and each reason stands in these rows, added to what was counted before. */
export function addCounts(
  before: { readonly fates: Counts; readonly reasons: Counts },
  rows: readonly { readonly fate: string; readonly reasons: readonly { readonly code: string }[] }[],
): { fates: Counts; reasons: Counts } {
  const fates = { ...before.fates };
  const reasons = { ...before.reasons };
  for (const row of rows) {
    fates[row.fate] = (fates[row.fate] ?? 0) + 1;
    for (const { code } of row.reasons) reasons[code] = (reasons[code] ?? 0) + 1;
  }
  return { fates, reasons };
}

/** As the contract shows it; `problem` and `status` may be those of an attempt nobody works on any more. */
export const importState = (stored: StoredImport): ImportState => ({
  id: stored.id,
  kind: stored.kind,
  fileName: stored.fileName,
  encoding: stored.encoding,
  mapping: stored.mapping,
  status: stored.status,
  columns: stored.columns.map((column) => ({
    ...column,
    samples: [...column.samples],
    dates: column.dates ?? null,
  })),
  rowsTotal: stored.rowsTotal,
  rowsDone: stored.rowsDone,
  fates: Object.fromEntries(ROW_FATES.map((fate) => [fate, stored.fates[fate] ?? 0])) as ImportState['fates'],
  reasons: Object.entries(stored.reasons)
    .map(([code, count]) => ({ code: code as RowReasonCode, count }))
    .sort((a, b) => b.count - a.count),
  made: Object.entries(stored.made).map(([what, count]) => ({ what, count })),
  problem: stored.problem,
  undoUntil: importUndoUntil(stored),
  createdOn: stored.createdOn,
});
