import { MutationObserver, type MutationObserverOptions, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ProblemError } from '#contract/problem.ts';
import type { Versioned, VersionedKind } from '../data/versions.ts';
import { problemOf } from '../lib/api.ts';
import { fieldList } from '../lib/field-words.ts';
import { numberOf, textOf } from '../lib/refusal-params.ts';
import { toldError } from '../lib/told-text.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast-store.ts';

export type RecordAsk<Step extends string, Written> = {
  readonly step: Step;
  readonly body: object;
  /** The verb on the button that asks again: "Approve". */
  readonly verb: string;
  /** What was done, for who did it: "Order 1042 is approved"; without it the page shows it. */
  readonly done?: string | undefined;
  /** What a form was opened on; without it what is on screen is meant. */
  readonly base?: readonly Versioned[] | undefined;
  /** Where a refusal is shown; without it a message says it. */
  readonly onRefused?: ((error: unknown) => void) | undefined;
  readonly onDone?: ((written: Written) => void) | undefined;
};

type Stepped<Step extends string, Written> = {
  readonly kind: VersionedKind;
  readonly id: number;
  /** What people call it: "order". */
  readonly word: string;
  readonly mutation: (step: Step) => MutationObserverOptions<Written, Error, never>;
};
type Question<Ask> = { readonly error: ProblemError; readonly ask: Ask };

/**
 * Every step on a document, with what may follow: done, refused, or somebody changed meanwhile what it is decided on.
 * Then the page shows it as it is by now, and the step is asked for again. Render `dialog` once.
 */
export function useRecordSteps<Step extends string, Written>(record: Stepped<Step, Written>) {
  type Ask = RecordAsk<Step, Written>;
  const client = useQueryClient();
  const [sending, setSending] = useState<Step | null>(null);
  const [question, setQuestion] = useState<Question<Ask> | null>(null);

  async function send(ask: Ask): Promise<boolean> {
    setSending(ask.step);
    try {
      // An object of its own per try: the Idempotency-Key hangs on it.
      const variables = { ...ask.body, id: record.id, expected: ask.base };
      const written = await new MutationObserver(client, record.mutation(ask.step)).mutate(
        variables as never,
      );
      setQuestion(null);
      if (ask.done !== undefined) toast({ title: ask.done, tone: 'success' });
      ask.onDone?.(written);
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.code === 'request.stale') setQuestion({ error: problem, ask });
      else {
        setQuestion(null);
        if (ask.onRefused) ask.onRefused(error);
        else toast({ title: 'Not done', body: toldError(error), tone: 'error' });
      }
      return false;
    } finally {
      setSending(null);
    }
  }

  /** The version the problem tells of: what is asked again is decided on it. */
  function shownIn({ params }: ProblemError): readonly Versioned[] | undefined {
    const [id, version] = [numberOf(params.id), numberOf(params.version)];
    return id === undefined || version === undefined ? undefined : [{ kind: record.kind, id, version }];
  }

  const dialog: ReactNode = (
    <ConfirmDialog
      open={question !== null}
      onOpenChange={(open) => !open && setQuestion(null)}
      title="Changed in the meantime"
      description={question ? staleText(question.error, record.word) : ''}
      action={question ? `${question.ask.verb} all the same` : ''}
      busy={sending !== null}
      onConfirm={() =>
        question && void send({ ...question.ask, base: shownIn(question.error) ?? question.ask.base })
      }
    />
  );
  return { send, sending, dialog };
}

/** Who, and what: the page behind shows it as it is. */
export function staleText({ params }: ProblemError, word: string): string {
  const what = fieldList(params.fields);
  return `${textOf(params.byName) ?? 'Somebody else'} changed ${what ? `${what} of ` : ''}this ${word}. It stands behind this question as it is now.`;
}
