/** What became of each bill of a step on many, in sentences. Nothing is left to guess: each has one. */
import type { BillSummary, BillsWritten } from '#contract/bill.ts';
import type { BooksCommand } from '#domain/bills/books.ts';
import type { Wording } from '../../lib/refusal-params.ts';
import { refusalText } from '../../lib/refusal-text.ts';

export type ManyStep = 'agree' | BooksCommand;
export type Outcome = { readonly isDone: boolean; readonly sentence: string };

const DONE: Readonly<Record<ManyStep, string>> = {
  agree: 'Reconciled.',
  post: 'Posted.',
  unpost: 'Taken back out of the books.',
  export: 'Marked as exported.',
};
const UNTOLD = 'The server did not say what became of it. Open it to see.';

/** By the id of the bill, of all that were asked for. */
export function outcomesOf(
  step: ManyStep,
  asked: readonly Pick<BillSummary, 'id'>[],
  { outcomes }: Pick<BillsWritten, 'outcomes'>,
  wording: Wording = {},
): ReadonlyMap<number, Outcome> {
  const told = new Map(outcomes.map((one) => [one.id, one.problem]));
  return new Map(
    asked.map(({ id }): [number, Outcome] => {
      const problem = told.get(id);
      if (problem === undefined) return [id, { isDone: false, sentence: UNTOLD }];
      if (problem === null) return [id, { isDone: true, sentence: DONE[step] }];
      return [id, { isDone: false, sentence: refusalText(problem.code, problem.params, wording) }];
    }),
  );
}
