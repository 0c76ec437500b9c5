/** What became of each record of a step on many, in sentences. Nothing is left to guess: each has one. */
import type { Wording } from '../../lib/refusal-params.ts';
import { refusalText } from '../../lib/refusal-text.ts';

export type Outcome = { readonly isDone: boolean; readonly sentence: string };
type Told = {
  readonly id: number;
  readonly problem: { readonly code: string; readonly params: Readonly<Record<string, unknown>> } | null;
};

const UNTOLD = 'The server did not say what became of it. Open it to see.';

/** By the id of the record, of all that were asked for. */
export function toldOutcomes(
  asked: readonly { readonly id: number }[],
  outcomes: readonly Told[],
  done: string,
  wording: Wording = {},
): ReadonlyMap<number, Outcome> {
  const told = new Map(outcomes.map((one) => [one.id, one.problem]));
  return new Map(
    asked.map(({ id }): [number, Outcome] => {
      const problem = told.get(id);
      if (problem === undefined) return [id, { isDone: false, sentence: UNTOLD }];
      if (problem === null) return [id, { isDone: true, sentence: done }];
      return [id, { isDone: false, sentence: refusalText(problem.code, problem.params, wording) }];
    }),
  );
}
