import { useState } from 'react';
import type { ProblemError } from '#contract/problem.ts';
import type { Versioned } from '../data/versions.ts';
import { problemOf } from '../lib/api.ts';
import { StaleDialog } from './stale-dialog.tsx';

type Send = (expected: readonly Versioned[]) => Promise<unknown>;
type Outcome = { readonly onSaved: () => void; readonly onRefused: (error: unknown) => void };
type Question = { readonly error: ProblemError; readonly send: Send } & Outcome;

/** The versions shown when the person decided, with the one just shown beside theirs in its place. */
const withShown = (base: readonly Versioned[], shown: readonly Versioned[]): Versioned[] => [
  ...base.filter((one) => !shown.some(({ kind, id }) => kind === one.kind && id === one.id)),
  ...shown,
];

/**
 * Saves what a form was opened on. When somebody changed the same in the meantime it asks with both side by side, and
 * sends again what the person decides for. `dialog` is rendered once by the form; `mine` are the typed values by field.
 */
export function useDecidedSave(base: readonly Versioned[], zone?: string) {
  const [question, setQuestion] = useState<Question | null>(null);
  async function attempt(send: Send, outcome: Outcome, expected: readonly Versioned[]): Promise<void> {
    try {
      await send(expected);
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.code === 'request.stale') setQuestion({ error: problem, send, ...outcome });
      else outcome.onRefused(error);
      return;
    }
    outcome.onSaved();
  }
  const dialog = (mine: Readonly<Record<string, unknown>>) => (
    <StaleDialog
      error={question?.error ?? null}
      mine={mine}
      zone={zone}
      onClose={() => setQuestion(null)}
      onTakeTheirs={() => {
        setQuestion(null);
        question?.onSaved();
      }}
      onApplyMine={(shown) => {
        setQuestion(null);
        if (question) void attempt(question.send, question, withShown(base, shown));
      }}
    />
  );
  return { save: (send: Send, outcome: Outcome) => attempt(send, outcome, base), dialog };
}
