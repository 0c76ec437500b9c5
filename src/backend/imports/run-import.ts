/**
 * Checking and running an import, batch by batch: each batch is a transaction of its own together with the import's
 * progress and the fates of its rows, so that a kill at any moment leaves whole batches and a second run goes on.
 */

import type { ImportRow } from '#contract/import.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Clock } from '#db/clock.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { RowPlan } from '#domain/import-requests/plan-rows.ts';
import type { CommandContext } from '../write/context.ts';
import { placeKey } from './places.ts';
import { planFile } from './plan-file.ts';
import { ensureSetup, type ImportSetup, type Made } from './setup-records.ts';
import { addCounts, deleteRows, type StoredImport, saveRows, updateImport } from './store.ts';
import { settle, writeBatch } from './write-batch.ts';

export type ImportTask = {
  readonly database: Database;
  readonly clock: Clock;
  readonly context: CommandContext;
  /** As it was when the task began. Its mapping is set. */
  readonly stored: StoredImport;
  readonly path: string;
  readonly signal: AbortSignal;
};

/** Five hundred jobs with history and feed; the usual 15 s would be short on a busy machine. */
const BATCH_DEADLINE_MS = 120_000;

type Progress = {
  fates: Readonly<Record<string, number>>;
  reasons: Readonly<Record<string, number>>;
  made: Made;
  done: number;
};
const NOTHING: Progress = { fates: {}, reasons: {}, made: {}, done: 0 };

const plus = (one: Made, other: Made): Made => {
  const sum = { ...one };
  for (const [kind, count] of Object.entries(other)) if (count > 0) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
};

function batchesOf({ stored, path, signal }: ImportTask): AsyncGenerator<RowPlan[]> {
  const { encoding, delimiter, columns, mapping } = stored;
  if (!mapping) throw new Error(`Import ${stored.id} has no mapping`);
  return planFile(
    { path, shape: { encoding, delimiter }, headers: columns.map(({ name }) => name), mapping },
    signal,
  );
}

function inTransaction<T>(
  task: ImportTask,
  work: (tx: Transaction, context: CommandContext) => Promise<T>,
): Promise<T> {
  const { database, clock, context } = task;
  const scope = { tenantId: context.actor.tenantId, deadlineMs: BATCH_DEADLINE_MS };
  return database.transaction(scope, (tx) => work(tx, { ...context, now: clock.now() }));
}

async function saveProgress(
  tx: Transaction,
  context: CommandContext,
  importId: Id,
  progress: Progress,
  rows: readonly ImportRow[],
): Promise<void> {
  await saveRows(tx, importId, rows);
  const { fates, reasons, made, done } = progress;
  await updateImport(tx, importId, context.now, { fates, reasons, made, rowsDone: done });
}

const after = (before: Progress, rows: readonly ImportRow[], made: Made): Progress => ({
  ...addCounts(before, rows),
  made: plus(before.made, made),
  done: before.done + rows.length,
});

/** Decides every row's fate and counts what a run would make, writing nothing but that. */
export async function checkImport(task: ImportTask): Promise<void> {
  const { id } = task.stored;
  await inTransaction(task, (tx) => deleteRows(tx, id));
  const newPlaces = new Set<string>();
  let progress = NOTHING;
  for await (const batch of batchesOf(task)) {
    const checked = await inTransaction(task, async (tx, context) => {
      const { rows, toBook, places } = await settle(tx, id, batch);
      const wanted = new Set(toBook.map(({ request }) => placeKey(request)));
      const fresh = [...wanted].filter((key) => !places.has(key) && !newPlaces.has(key));
      const made = { job: toBook.length, customer: fresh.length, location: fresh.length };
      const next = after(progress, rows, made);
      await saveProgress(tx, context, id, next, rows);
      return { next, fresh };
    });
    progress = checked.next;
    for (const key of checked.fresh) newPlaces.add(key);
    task.signal.throwIfAborted();
  }
  await inTransaction(task, (tx, context) =>
    updateImport(tx, id, context.now, { status: 'Checked', checked: true }),
  );
}

/** Writes what was checked. Rows an earlier attempt wrote keep their jobs and their fates. */
export async function runImport(task: ImportTask): Promise<void> {
  const { id, mapping, made } = task.stored;
  const begun = await inTransaction(task, async (tx, context) => {
    const found = await ensureSetup(tx, context, mapping!.timeZone);
    const first: Progress = { ...NOTHING, made: plus(made, found.made) };
    await updateImport(tx, id, context.now, { fates: {}, reasons: {}, made: first.made, rowsDone: 0 });
    return { setup: found.setup, progress: first };
  });
  const { setup } = begun;
  let { progress } = begun;
  let analyzeAt = 1;
  for await (const batch of batchesOf(task)) {
    progress = await write(task, setup, progress, batch);
    if (progress.done >= analyzeAt) {
      await analyze(task.database);
      analyzeAt = progress.done * 4;
    }
    task.signal.throwIfAborted();
  }
  await inTransaction(task, (tx, context) => updateImport(tx, id, context.now, { status: 'Done' }));
}

/**
 * An empty system has no statistics, so everything is planned as if tables stayed empty. Measured: on PGlite the checks
 * of foreign keys keep that plan and the last batch takes ten times as long as the first; on PostgreSQL reading 300 new
 * appointments for the change feed took over two minutes. Hence a small first batch, and this. Only the owner may.
 */
const analyze = (database: Database): Promise<unknown> =>
  database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query(
      'analyze company.customers, company.locations, company.jobs, company.appointments, company.invoices',
    ),
  );

/** A batch in which the rules refuse one job is written in halves, until the one stands alone and is reported. */
async function write(
  task: ImportTask,
  setup: ImportSetup,
  before: Progress,
  batch: readonly RowPlan[],
): Promise<Progress> {
  const { id } = task.stored;
  try {
    return await inTransaction(task, async (tx, context) => {
      const { rows, made } = await writeBatch(tx, context, id, batch, setup);
      const next = after(before, rows, made);
      await saveProgress(tx, context, id, next, rows);
      return next;
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      const half = await write(task, setup, before, batch.slice(0, middle));
      return write(task, setup, half, batch.slice(middle));
    }
    const [plan] = batch as [RowPlan];
    const refused: ImportRow = {
      line: plan.line,
      fate: 'reject',
      reasons: [...plan.reasons, { code: 'write.refused', params: { code: error.code } }],
      externalId: plan.externalId,
      summary: plan.summary,
      jobId: null,
    };
    return inTransaction(task, async (tx, context) => {
      const next = after(before, [refused], {});
      await saveProgress(tx, context, id, next, [refused]);
      return next;
    });
  }
}
