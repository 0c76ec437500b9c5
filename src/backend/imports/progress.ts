/** What every kind of import shares while it works: its task, its progress, a batch as a transaction. */
import type { ImportRow } from '#contract/import.ts';
import type { Clock } from '#db/clock.ts';
import { lockForCompany } from '#db/company-lock.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from '../write/context.ts';
import type { Made } from './setup-records.ts';
import { addCounts, type StoredImport, saveRows, updateImport } from './store.ts';

export type ImportTask = {
  readonly database: Database;
  readonly clock: Clock;
  readonly context: CommandContext;
  /** As it was when the task began. Its mapping is set. */
  readonly stored: StoredImport;
  readonly path: string;
  readonly signal: AbortSignal;
  /** Throws once the import was canceled, by whichever process; asked after every batch. */
  readonly stopIfAsked: () => Promise<void>;
};

/** Five hundred jobs with history and feed; the usual 15 s would be short on a busy machine. */
const BATCH_DEADLINE_MS = 120_000;

export type Progress = {
  fates: Readonly<Record<string, number>>;
  reasons: Readonly<Record<string, number>>;
  made: Made;
  done: number;
};
export const NOTHING: Progress = { fates: {}, reasons: {}, made: {}, done: 0 };

export const plus = (one: Made, other: Made): Made => {
  const sum = { ...one };
  for (const [kind, count] of Object.entries(other)) if (count > 0) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
};

export function inTransaction<T>(
  task: ImportTask,
  work: (tx: Transaction, context: CommandContext) => Promise<T>,
): Promise<T> {
  const { database, clock, context } = task;
  const scope = { tenantId: context.actor.tenantId, deadlineMs: BATCH_DEADLINE_MS };
  return database.transaction(scope, (tx) => work(tx, { ...context, now: clock.now(), channel: 'import' }));
}

export async function saveProgress(
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

export const after = (before: Progress, rows: readonly ImportRow[], made: Made): Progress => ({
  ...addCounts(before, rows),
  made: plus(before.made, made),
  done: before.done + rows.length,
});

/**
 * An empty system has no statistics, so everything is planned as if tables stayed empty. Measured: on PGlite the checks
 * of foreign keys keep that plan and the last batch takes ten times as long as the first; on PostgreSQL reading 300 new
 * appointments for the change feed took over two minutes. Hence a small first batch, and this. Only the owner may.
 */
export const analyze = (database: Database): Promise<unknown> =>
  database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query(
      'analyze company.customers, company.locations, company.contacts, company.jobs, company.appointments, company.invoices',
    ),
  );

/**
 * Batches of a company's imports are written one after the other: the one that waited then finds what the other made,
 * where two at once would both find nothing and one would break on the unique key.
 */
export const lockImports = (tx: Transaction): Promise<void> => lockForCompany(tx, 'import.batch');
