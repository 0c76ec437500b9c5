import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { orderMutations } from '../../../data/purchase-orders.ts';
import { clock } from '../../../lib/clock.ts';
import { CodeField } from '../../../parts/code-field.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Section } from '../../../parts/section.tsx';
import { useGuardedClose } from '../../../parts/use-guarded-close.tsx';
import { Button } from '../../../ui/button.tsx';
import { onSendKey, shortcutLabel } from '../../../ui/shortcut.ts';
import type { OrderSteps } from '../use-order-step.tsx';
import { expectedChanges, receiveBody } from './receipt-bodies.ts';
import { checkReceive } from './receipt-check.ts';
import { blankDraft, rowsToReceive, rowWithCode, withAllOpen, withOneMore } from './receipt-draft.ts';
import { ReceiptGrid } from './receipt-grid.tsx';
import { ReceiptHead } from './receipt-head.tsx';
import { serialInputId } from './receipt-row.tsx';
import { useReceiptForm } from './use-receipt-form.ts';

export type ReceivePanelProps = { card: OrderCardView; steps: OrderSteps; onClose: () => void };

/** Goods that came: the order's lines grown by what came of each, where it goes, and when the rest is expected. */
export function ReceivePanel({ card, steps, onClose }: ReceivePanelProps) {
  const user = useCurrentUser();
  const rows = useMemo(() => rowsToReceive(card), [card]);
  const form = useReceiptForm(card, () => blankDraft(card), rows);
  const update = useMutation(orderMutations.step('update'));
  const [isSending, setSending] = useState(false);
  const { draft } = form;
  const { close, guard } = useGuardedClose(form.isDirty && !isSending, onClose);
  const body = receiveBody(rows, draft);
  const checked = checkReceive(card, body, { actorId: user.id, now: clock.now() });
  const wrong = form.wrongOf(checked);

  function onCode(code: string): string | null {
    const row = rowWithCode(rows, code);
    if (!row) return null;
    const what = row.line.skuCode ?? row.line.description;
    if (row.line.serialized) {
      document.getElementById(serialInputId(row.key))?.focus();
      return `${what}: scan its serial numbers.`;
    }
    form.setDraft((now) => withOneMore(now, row));
    return `One more ${what}.`;
  }
  async function send(): Promise<void> {
    form.ask();
    if (!form.isReadable || checked.after === null || isSending) return;
    setSending(true);
    try {
      // The days first: refused, nothing has come yet and all that was typed stays; the receipt is decided on what follows.
      const change = expectedChanges(rows, draft);
      if (change.length > 0) await update.mutateAsync({ id: card.order.id, change, expected: form.base });
      await steps.send({
        step: 'receive',
        body,
        verb: 'Receive',
        done:
          checked.after.order.status === 'Received'
            ? `All of order ${card.order.number} is here`
            : `Received of order ${card.order.number}`,
        base: form.base,
        onRefused: form.onRefused,
        onDone: onClose,
      });
    } catch (error) {
      form.onRefused(error);
    } finally {
      setSending(false);
    }
  }
  return (
    <Section title="Receive">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter anywhere in it sends, as in every form */}
      <div onKeyDown={onSendKey(() => void send())}>
        <div className="flex flex-wrap items-start gap-x-3 gap-y-2 border-b border-line px-3 py-2">
          <CodeField onCode={onCode} />
          <ReceiptHead typed={draft} wrong={wrong.head} today={card.asking.today} onChange={form.onHead} />
        </div>
        <ReceiptGrid
          label="What came"
          rows={rows}
          typed={draft.lines}
          places={form.places}
          wrong={wrong.lines}
          asksWhen
          onChange={form.onLine}
        />
        <ReceiptFoot whole={wrong.whole} refused={form.refused}>
          <Button onClick={() => form.setDraft((now) => withAllOpen(now, rows))}>
            Fill in all that is open
          </Button>
          <span className="flex-1" />
          <Button onClick={close}>Cancel</Button>
          <Button
            variant="primary"
            busy={isSending}
            shortcut={shortcutLabel('Mod+Enter')}
            onClick={() => void send()}
          >
            Receive goods
          </Button>
        </ReceiptFoot>
      </div>
      {guard}
    </Section>
  );
}

export type ReceiptFootProps = {
  /** A sentence about the receipt as a whole. */
  whole: string | null;
  refused: unknown;
  children: ReactNode;
};

/** What is wrong with all of it, and the buttons. */
export function ReceiptFoot({ whole, refused, children }: ReceiptFootProps) {
  return (
    <div className="flex flex-col gap-2 px-3 py-2">
      {whole !== null && (
        <p role="alert" className="text-danger">
          {whole}
        </p>
      )}
      <ProblemNote error={refused} />
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
