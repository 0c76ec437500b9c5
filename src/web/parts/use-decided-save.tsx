import { useState } from 'react';
import type { ProblemError } from '#contract/problem.ts';
import type { Versioned } from '../data/versions.ts';
import { problemOf } from '../lib/api.ts';
import { StaleDialog } from './stale-dialog.tsx';

type Fields = Readonly<Record<string, unknown>>;
type Send<Changes> = (changes: Changes, expected: readonly Versioned[]) => Promise<unknown>;
type Outcome = { readonly onSaved: () => void; readonly onRefused: (error: unknown) => void };
type Question = {
  readonly error: ProblemError;
  readonly changes: Fields;
  readonly again: (changes: Fields, expected: readonly Versioned[]) => void;
  readonly onSaved: () => void;
};

/** The versions shown when the person decided, with the one just shown beside theirs in its place. */
const withShown = (base: readonly Versioned[], shown: readonly Versioned[]): Versioned[] => [
  ...base.filter((one) => !shown.some(({ kind, id }) => kind === one.kind && id === one.id)),
  ...shown,
];

const without = (changes: Fields, fields: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(changes).filter(([field]) => !fields.includes(field)));

/**
 * Saves what a form was opened on. When somebody changed the same in the meantime it asks with both side by side,
 * field by field, and sends what is left of one's own: what nobody else touched is never dropped with it. `dialog` is
 * rendered once by the form.
 */
export function useDecidedSave(base: readonly Versioned[], zone?: string) {
  const [question, setQuestion] = useState<Question | null>(null);
  async function attempt<Changes extends Fields>(
    changes: Changes,
    send: Send<Changes>,
    outcome: Outcome,
    expected: readonly Versioned[],
  ): Promise<void> {
    try {
      await send(changes, expected);
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.code !== 'request.stale') return outcome.onRefused(error);
      return setQuestion({
        error: problem,
        changes,
        again: (left, seen) => void attempt(left as Changes, send, outcome, seen),
        onSaved: outcome.onSaved,
      });
    }
    outcome.onSaved();
  }
  function decide(theirs: readonly string[], shown: readonly Versioned[]): void {
    setQuestion(null);
    if (!question) return;
    const left = without(question.changes, theirs);
    if (Object.keys(left).length === 0) question.onSaved();
    else question.again(left, withShown(base, shown));
  }
  return {
    save: <Changes extends Fields>(changes: Changes, send: Send<Changes>, outcome: Outcome) =>
      attempt(changes, send, outcome, base),
    dialog: (
      <StaleDialog
        error={question?.error ?? null}
        mine={question?.changes ?? {}}
        zone={zone}
        perField
        onClose={() => setQuestion(null)}
        onDecide={decide}
      />
    ),
  };
}
