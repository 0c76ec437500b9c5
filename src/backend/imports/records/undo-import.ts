/**
 * Takes back what an import has written, row by row from its end: a row whose records nobody has touched since goes as
 * a whole, any other stays as a whole and says why (domain-rules §10).
 */
import type { ImportRow } from '#contract/import.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordReason } from '#domain/import-records/reasons.ts';
import { customersChanged, refreshSearch } from '../../customers/commands.ts';
import { type CustomerRecordKind, changedRecord } from '../../customers/records.ts';
import type { CommandContext } from '../../write/context.ts';
import { grouped } from '../../write/grouped.ts';
import { loadRecords } from '../../write/load.ts';
import type { StoredRecord } from '../../write/records.ts';
import { type RecordChange, saveRecords } from '../../write/save.ts';
import { type ImportTask, inTransaction, lockImports } from '../progress.ts';
import { loadRowsAt, saveRows, updateImport } from '../store.ts';
import { recordsInUse } from './records-in-use.ts';
import { undoJobs } from './undo-jobs.ts';
import type { ImportChange } from './write-records.ts';

const LINES = 200;
/** Lines are int4 in the database. */
const LAST_LINE = 2_147_483_647;

/** Why a line stays; without a reason it is taken back. */
export type StaysBecause = ReadonlyMap<number, RecordReason>;

export async function undoImport(task: ImportTask): Promise<void> {
  const { id, kind, rowsTotal } = task.stored;
  let { fates } = task.stored;
  let before = LAST_LINE;
  for (let done = 0; ; ) {
    const next = await inTransaction(task, async (tx, context) => {
      await lockImports(tx);
      const lines = await linesBefore(tx, id, before);
      if (lines.length === 0) return null;
      const changes = await changesOf(tx, id, lines);
      const rows = await loadRowsAt(tx, id, lines);
      const stays =
        kind === 'jobs' ? await undoJobs(tx, context, changes) : await undoRecords(tx, context, changes);
      const told = lines.map((line) => toldRow(rows.get(line)!, stays.get(line)));
      await saveRows(tx, id, told);
      await forget(
        tx,
        id,
        lines.filter((line) => !stays.has(line)),
      );
      const counts = { ...fates };
      for (const row of rows.values()) counts[row.fate] = Math.max(0, (counts[row.fate] ?? 0) - 1);
      for (const row of told) counts[row.fate] = (counts[row.fate] ?? 0) + 1;
      await updateImport(tx, id, context.now, { fates: counts, rowsDone: done + lines.length });
      return { lines, counts };
    });
    if (!next) break;
    before = next.lines.at(-1)!;
    done += next.lines.length;
    fates = next.counts;
    await task.stopIfAsked();
  }
  await inTransaction(task, (tx, context) =>
    updateImport(tx, id, context.now, { status: 'Undone', writtenOn: null, rowsDone: rowsTotal }),
  );
}

const toldRow = (row: ImportRow, stays: RecordReason | undefined): ImportRow =>
  stays
    ? { ...row, fate: 'stays', reasons: [...row.reasons, stays as ImportRow['reasons'][number]] }
    : { ...row, fate: 'undone' };

/** Lines with something written, the last first, below that one; those that stay are not asked twice. */
async function linesBefore(tx: Transaction, importId: Id, before: number): Promise<number[]> {
  const rows = await tx.query<{ line: number }>(
    `select distinct line from company.import_changes
     where tenant_id = $1 and import_id = $2 and line < $3 order by line desc limit $4`,
    [tx.tenantId, importId, before, LINES],
  );
  return rows.map(({ line }) => line);
}

const changesOf = (tx: Transaction, importId: Id, lines: readonly number[]): Promise<ImportChange[]> =>
  tx.query<ImportChange>(
    `select record_kind as kind, record_id as id, line, version, created, fields, said_before as "saidBefore"
     from company.import_changes where tenant_id = $1 and import_id = $2 and line = any($3::int[])
     order by line, record_kind, record_id`,
    [tx.tenantId, importId, lines],
  );

const forget = (tx: Transaction, importId: Id, lines: readonly number[]): Promise<unknown> =>
  tx.query(
    'delete from company.import_changes where tenant_id = $1 and import_id = $2 and line = any($3::int[])',
    [tx.tenantId, importId, lines],
  );

/** Customers, locations and contacts. */
async function undoRecords(
  tx: Transaction,
  context: CommandContext,
  changes: readonly ImportChange[],
): Promise<StaysBecause> {
  const records = new Map<string, StoredRecord>();
  for (const [kind, ones] of grouped(changes, kindOf)) {
    for (const record of await loadRecords(
      tx,
      kind,
      ones.map(({ id }) => id),
      { lock: true },
    ))
      records.set(`${kind} ${record.id}`, record);
  }
  const inUse = await recordsInUse(tx, changes);
  const stays = new Map<number, RecordReason>();
  for (const { kind, id, line, version, created } of changes) {
    if (stays.has(line)) continue;
    if (records.get(`${kind} ${id}`)?.version !== version)
      stays.set(line, { code: 'undo.changed_since', params: { kind } });
    else if (created && inUse.has(`${kind} ${id}`))
      stays.set(line, { code: 'undo.in_use', params: { kind } });
  }
  const gone = changes.filter(({ line }) => !stays.has(line));
  const reversals = gone.map((change) => reversed(change, records.get(`${change.kind} ${change.id}`)!));
  const saved = await saveRecords(tx, context, { verb: 'import.undone', undoable: false }, reversals);
  await restoreSaid(tx, gone);
  const customerIds = [
    ...new Set(
      reversals.map(({ kind, after }) => (kind === 'customer' ? after.id : (after.customerId as Id))),
    ),
  ];
  await refreshSearch(tx, customerIds);
  await customersChanged(tx, context, saved.operationId, customerIds, 'customer.updated');
  return stays;
}

/** Jobs have an undo of their own (`undo-jobs.ts`). */
const kindOf = ({ kind }: ImportChange) => kind as CustomerRecordKind;

/** What was made goes out of use and loses its key, so that a corrected file makes it anew; the rest is as it was. */
function reversed(change: ImportChange, record: StoredRecord): RecordChange {
  const { created, fields } = change;
  const was = Object.fromEntries(Object.entries(fields).map(([field, [before]]) => [field, before]));
  return changedRecord(kindOf(change), record, created ? { active: false, externalKey: null } : was);
}

/** What the file before this one had said counts again. */
async function restoreSaid(tx: Transaction, changes: readonly ImportChange[]): Promise<void> {
  await tx.query(
    `delete from company.import_links l using jsonb_to_recordset($2::jsonb) as r(kind text, id bigint)
     where l.tenant_id = $1 and l.record_kind = r.kind and l.record_id = r.id`,
    [tx.tenantId, json(changes)],
  );
  await tx.query(
    `insert into company.import_links (tenant_id, record_kind, record_id, said)
     select $1, r.kind, r.id, r."saidBefore" from jsonb_to_recordset($2::jsonb) as r(kind text, id bigint, "saidBefore" jsonb)
     where r."saidBefore" is not null and r."saidBefore" <> 'null'::jsonb`,
    [tx.tenantId, json(changes)],
  );
}
