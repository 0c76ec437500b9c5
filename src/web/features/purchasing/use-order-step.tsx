import { MutationObserver, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { BodyIn } from '#contract/endpoints.ts';
import type { ProblemError } from '#contract/problem.ts';
import type { OrderCardView, OrderWritten } from '#contract/purchase-order.ts';
import { type OrderStep, orderMutations } from '../../data/purchase-orders.ts';
import type { Versioned } from '../../data/versions.ts';
import { problemOf } from '../../lib/api.ts';
import { fieldList } from '../../lib/field-words.ts';
import { numberOf, textOf } from '../../lib/refusal-params.ts';
import { toldError } from '../../lib/told-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast-store.ts';

export type StepAsk<S extends OrderStep = OrderStep> = {
  readonly step: S;
  readonly body: Omit<BodyIn<`purchaseOrders.${S}`>, 'expected'>;
  /** The verb on the button that asks again: "Approve". */
  readonly verb: string;
  /** What was done, for who did it: "Order 1042 is approved". */
  readonly done: string;
  /** What a form was opened on; without it what is on screen is meant. */
  readonly base?: readonly Versioned[] | undefined;
  /** Where a refusal is shown; without it a message says it. */
  readonly onRefused?: ((error: unknown) => void) | undefined;
  readonly onDone?: ((written: OrderWritten) => void) | undefined;
};

export type OrderSteps = {
  readonly send: <S extends OrderStep>(ask: StepAsk<S>) => Promise<boolean>;
  /** The step under way. */
  readonly sending: OrderStep | null;
  /** Render once. */
  readonly dialog: ReactNode;
};

type Question = { readonly error: ProblemError; readonly ask: StepAsk };

/**
 * Every step on an order, with what may follow: done, refused, or somebody changed meanwhile what it is decided on. Then
 * the page shows the order as it is by now, and the step is asked for again.
 */
export function useOrderSteps({ order }: OrderCardView): OrderSteps {
  const client = useQueryClient();
  const [sending, setSending] = useState<OrderStep | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);

  async function send(ask: StepAsk): Promise<boolean> {
    setSending(ask.step);
    try {
      // An object of its own per try: the Idempotency-Key hangs on it.
      const variables = { ...ask.body, id: order.id, expected: ask.base };
      const written = await new MutationObserver(client, orderMutations.step(ask.step)).mutate(
        variables as never,
      );
      setQuestion(null);
      toast({ title: ask.done, tone: 'success' });
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

  const dialog = (
    <ConfirmDialog
      open={question !== null}
      onOpenChange={(open) => !open && setQuestion(null)}
      title="Changed in the meantime"
      description={question ? staleText(question.error) : ''}
      action={question ? `${question.ask.verb} all the same` : ''}
      busy={sending !== null}
      onConfirm={() =>
        question && void send({ ...question.ask, base: shownIn(question.error) ?? question.ask.base })
      }
    />
  );
  return { send: send as OrderSteps['send'], sending, dialog };
}

/** Who, and what: the page behind shows it as it is. */
export function staleText({ params }: ProblemError): string {
  const what = fieldList(params.fields);
  return `${textOf(params.byName) ?? 'Somebody else'} changed ${what ? `${what} of ` : ''}this order. It stands behind this question as it is now.`;
}

/** The version the problem tells of: what is asked again is decided on it. */
function shownIn({ params }: ProblemError): readonly Versioned[] | undefined {
  const [id, version] = [numberOf(params.id), numberOf(params.version)];
  return id === undefined || version === undefined ? undefined : [{ kind: 'purchaseOrder', id, version }];
}
