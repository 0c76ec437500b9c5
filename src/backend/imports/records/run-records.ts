/** Checking and running a file of customers, locations or contacts: batches as transactions, as service requests. */
import type { ImportRow } from '#contract/import.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordPlan } from '#domain/import-records/plan.ts';
import type { CommandContext } from '../../write/context.ts';
import { grouped } from '../../write/grouped.ts';
import { loadRecords } from '../../write/load.ts';
import { rejectedRow, writeInHalves } from '../in-halves.ts';
import { batched } from '../plan-file.ts';
import {
  after,
  analyze,
  type ImportTask,
  inTransaction,
  NOTHING,
  type Progress,
  plus,
  saveProgress,
} from '../progress.ts';
import { type Draft, madeOf } from '../setup-records.ts';
import { deleteRows, loadRowsAt, updateImport } from '../store.ts';
import { makeNames, missingNames, NewNames, namedByRecords } from './new-names.ts';
import { planRecords } from './plan-records.ts';
import { type RecordWrite, type SettledRecords, settleRecords } from './settle-records.ts';
import { writeRecords } from './write-records.ts';

/** A customer is up to five records, each with its history: with more rows others would wait too long for their turn. */
const MOST_ROWS = 150;
const batchesOf = ({ stored, path, signal }: ImportTask) =>
  batched(planRecords(stored, path, signal), MOST_ROWS);

/** Decides every row's fate and counts what a run would make, writing nothing but that. */
export async function checkRecords(task: ImportTask): Promise<void> {
  const { id, mapping } = task.stored;
  await inTransaction(task, (tx) => deleteRows(tx, id));
  let progress = NOTHING;
  const names = new NewNames();
  for await (const batch of batchesOf(task)) {
    progress = await inTransaction(task, async (tx, context) => {
      const lists = names.add(await missingNames(tx, mapping, namedByRecords(batch)));
      const { rows, writes } = await settleRecords(tx, batch, mapping?.duplicates ?? 'skip', names);
      const next = after(progress, rows, plus(lists, madeBy(writes)));
      await saveProgress(tx, context, id, next, rows);
      return next;
    });
    await task.stopIfAsked();
  }
  await inTransaction(task, (tx, context) =>
    updateImport(tx, id, context.now, { status: 'Checked', checked: true }),
  );
}

function madeBy(writes: readonly RecordWrite[]): Record<string, number> {
  const made: Record<string, number> = {};
  for (const { kind, before, customerId } of writes) {
    const isLink = kind === 'customer' && customerId !== null;
    if (before === null && !isLink) made[kind] = (made[kind] ?? 0) + 1;
  }
  return made;
}

/** Writes what was checked. Rows an earlier attempt wrote keep their fates. */
export async function runRecords(task: ImportTask): Promise<void> {
  const { id, made } = task.stored;
  let progress: Progress = { ...NOTHING, made };
  let analyzeAt = 1;
  for await (const batch of batchesOf(task)) {
    progress = await writeInHalves(task, progress, batch, {
      write: (tx, context, rows) => writeBatch(tx, context, task, rows),
      refused,
    });
    if (progress.done >= analyzeAt) {
      await analyze(task.database);
      analyzeAt = progress.done * 4;
    }
    await task.stopIfAsked();
  }
  await inTransaction(task, (tx, context) => updateImport(tx, id, context.now, { status: 'Done' }));
}

const refused = ({ line, key, summary }: RecordPlan, code: string): ImportRow =>
  rejectedRow({ line, externalId: key, summary }, [{ code: 'write.refused', params: { code } }]);

async function writeBatch(
  tx: Transaction,
  context: CommandContext,
  { stored: { id, kind, mapping } }: ImportTask,
  batch: readonly RecordPlan[],
) {
  const kept = await loadRowsAt(
    tx,
    id,
    batch.map(({ line }) => line),
  );
  const rest = batch.filter(({ line }) => !kept.has(line));
  const drafts = await makeNames(tx, context, mapping, namedByRecords(rest));
  const { rows, writes } = await settledAndLocked(tx, rest, mapping?.duplicates ?? 'skip', drafts);
  const { made, customerOf } = await writeRecords(tx, context, id, `import.${kind}`, writes);
  const written = new Map(
    rows.map((row) => [row.line, { ...row, customerId: row.customerId ?? customerOf.get(row.line) ?? null }]),
  );
  if (writes.length > 0) await updateImport(tx, id, context.now, { writtenOn: context.now });
  return {
    rows: batch.map(({ line }) => (kept.get(line) ?? written.get(line))!),
    made: plus(made, madeOf(drafts)),
  };
}

/** Nobody may change in between what was read to decide: what has changed until it was locked is decided again. */
async function settledAndLocked(
  tx: Transaction,
  batch: readonly RecordPlan[],
  duplicates: 'skip' | 'link' | 'create',
  drafts: readonly Draft[],
): Promise<SettledRecords> {
  for (;;) {
    const names = new NewNames();
    names.add(drafts);
    const settled = await settleRecords(tx, batch, duplicates, names);
    const changes = settled.writes.filter(({ before }) => before !== null);
    const parents = settled.writes.flatMap(({ customerId }) => customerId ?? []);
    await loadRecords(tx, 'customer', parents, { lock: true });
    let isStale = false;
    for (const [kind, ones] of grouped(changes, (one) => one.kind)) {
      const ids: Id[] = ones.map(({ before }) => before!.id);
      const now = new Map(
        (await loadRecords(tx, kind, ids, { lock: true })).map((one) => [one.id, one.version]),
      );
      isStale ||= ones.some(({ before }) => now.get(before!.id) !== before!.version);
    }
    if (!isStale) return settled;
  }
}
