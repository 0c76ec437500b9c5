/** What became of each bill of a step on many, in sentences. Nothing is left to guess: each has one. */
import type { BillSummary, BillsWritten } from '#contract/bill.ts';
import type { BooksCommand } from '#domain/bills/books.ts';
import type { Wording } from '../../lib/refusal-params.ts';
import { type Outcome, toldOutcomes } from '../../parts/bulk/outcomes.ts';

export type ManyStep = 'agree' | BooksCommand;

const DONE: Readonly<Record<ManyStep, string>> = {
  agree: 'Reconciled.',
  post: 'Posted.',
  unpost: 'Taken back out of the books.',
  export: 'Marked as exported.',
};
/** By the id of the bill, of all that were asked for. */
export function outcomesOf(
  step: ManyStep,
  asked: readonly Pick<BillSummary, 'id'>[],
  { outcomes }: Pick<BillsWritten, 'outcomes'>,
  wording: Wording = {},
): ReadonlyMap<number, Outcome> {
  return toldOutcomes(asked, outcomes, DONE[step], wording);
}
