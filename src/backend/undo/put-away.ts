/** What an undo or a redo takes out of use again, under the rules of the command that does. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Restoration } from '#domain/undo.ts';
import { checkCustomerActive, checkLocationActive } from '../customers/out-of-use.ts';
import type { CommandContext } from '../write/context.ts';
import { asNotPossible } from './made.ts';

/**
 * No customer or place goes from under jobs that came since (projects: `projects/restore.ts`). Call with the records
 * locked. `own`: the records of the step, which go along.
 * @throws ProblemError undo.not_possible (409), `because` customer.open_jobs or location.open_jobs
 */
export async function checkPutAway(
  tx: Transaction,
  context: CommandContext,
  own: readonly Id[],
  restorations: readonly Restoration[],
): Promise<void> {
  for (const { kind, id, fields } of restorations) {
    if (fields.active !== false) continue;
    if (kind === 'customer')
      await checkCustomerActive(tx, context, id, { active: false, besides: own }).catch(asNotPossible);
    if (kind === 'location')
      await checkLocationActive(tx, context, id, { active: false, besides: own }).catch(asNotPossible);
  }
}
