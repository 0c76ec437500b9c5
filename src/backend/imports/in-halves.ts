/** Writing a batch of any kind of import: one transaction, and only the rows that the rules refuse stay out. */
import type { ImportRow } from '#contract/import.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { CommandContext } from '../write/context.ts';
import {
  after,
  type ImportTask,
  inTransaction,
  lockImports,
  type Progress,
  saveProgress,
} from './progress.ts';
import type { Made } from './setup-records.ts';

export type BatchWriting<Plan> = {
  /** Writes the rows and says what became of each; the progress is saved here. */
  readonly write: (
    tx: Transaction,
    context: CommandContext,
    batch: readonly Plan[],
  ) => Promise<{ readonly rows: readonly ImportRow[]; readonly made: Made }>;
  /** The row as it is told when the rules refuse it; `code` is the refusal's. */
  readonly refused: (plan: Plan, code: string) => ImportRow;
};

/**
 * A batch in which the rules refuse one row is written in halves, until the one stands alone and is told. A fault ends
 * the import: what is not a refusal is thrown on.
 */
export async function writeInHalves<Plan>(
  task: ImportTask,
  before: Progress,
  batch: readonly Plan[],
  writing: BatchWriting<Plan>,
): Promise<Progress> {
  const kept = (rows: readonly ImportRow[], made: Made, tx: Transaction, context: CommandContext) => {
    const next = after(before, rows, made);
    return saveProgress(tx, context, task.stored.id, next, rows).then(() => next);
  };
  try {
    return await inTransaction(task, async (tx, context) => {
      await lockImports(tx);
      const { rows, made } = await writing.write(tx, context, batch);
      return kept(rows, made, tx, context);
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      const half = await writeInHalves(task, before, batch.slice(0, middle), writing);
      return writeInHalves(task, half, batch.slice(middle), writing);
    }
    const rows = [writing.refused(batch[0]!, error.code)];
    return inTransaction(task, (tx, context) => kept(rows, {}, tx, context));
  }
}

/** A row nothing was made of. */
export const rejectedRow = (
  row: Pick<ImportRow, 'line' | 'externalId' | 'summary'>,
  reasons: ImportRow['reasons'],
): ImportRow => ({ ...row, fate: 'reject', reasons, jobId: null, customerId: null });
