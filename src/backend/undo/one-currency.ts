/** What a document's items are priced in is not taken from under them (domain-rules §1: mixing is refused). */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Restoration } from '#domain/undo.ts';
import { hasItems } from '../jobs/job-invoices.ts';
import { asNotPossible } from './made.ts';

/** Call with the jobs locked. @throws ProblemError undo.not_possible (409), `because` job.invoice_other_currency */
export async function checkOneCurrency(
  tx: Transaction,
  restorations: readonly Restoration[],
  currentOf: (kind: string, id: Id) => Readonly<Record<string, unknown>> | undefined,
): Promise<void> {
  for (const { kind, id, fields } of restorations) {
    if (kind !== 'invoice' || fields.currency === undefined || !(await hasItems(tx, id))) continue;
    const from = currentOf(kind, id)?.currency;
    asNotPossible(new ProblemError('job.invoice_other_currency', { from, to: fields.currency }));
  }
}
