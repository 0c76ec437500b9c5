import { useMemo } from 'react';
import type { OrderCardView, ReceiptView } from '#contract/purchase-order.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { clock } from '../../../lib/clock.ts';
import { useGuardedClose } from '../../../parts/use-guarded-close.tsx';
import { Button } from '../../../ui/button.tsx';
import { onSendKey } from '../../../ui/shortcut.ts';
import type { OrderSteps } from '../use-order-step.tsx';
import { correctBody, isUnchanged } from './receipt-bodies.ts';
import { checkCorrect } from './receipt-check.ts';
import { draftOf, rowsOf } from './receipt-draft.ts';
import { receiptEffects } from './receipt-effects.ts';
import { ReceiptGrid } from './receipt-grid.tsx';
import { ReceiptHead } from './receipt-head.tsx';
import { ReceiptFoot } from './receive-panel.tsx';
import { useReceiptForm } from './use-receipt-form.ts';

export type CorrectPanelProps = {
  card: OrderCardView;
  receipt: ReceiptView;
  steps: OrderSteps;
  onClose: () => void;
};

/** A receipt put right where it stands; what follows for stock and order is said before it is saved. */
export function CorrectPanel({ card, receipt, steps, onClose }: CorrectPanelProps) {
  const user = useCurrentUser();
  const rows = useMemo(() => rowsOf(card, receipt), [card, receipt]);
  const form = useReceiptForm(card, () => draftOf(receipt), rows);
  const isSending = steps.sending === 'correctReceipt';
  const { close, guard } = useGuardedClose(form.isDirty && !isSending, onClose);
  const body = correctBody(receipt, rows, form.draft);
  const checked = checkCorrect(card, body, { actorId: user.id, now: clock.now() });
  const wrong = form.wrongOf(checked);
  const effects = checked.after && form.isReadable ? receiptEffects(card, checked.after, form.placeName) : [];
  function send(): void {
    form.ask();
    if (!form.isReadable || checked.after === null || isSending) return;
    if (isUnchanged(body)) {
      onClose();
      return;
    }
    void steps.send({
      step: 'correctReceipt',
      body,
      verb: 'Correct it',
      done: `Receipt ${receipt.number} is corrected`,
      base: form.base,
      onRefused: form.onRefused,
      onDone: onClose,
    });
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter anywhere in it sends, as in every form
    <div onKeyDown={onSendKey(send)}>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2 border-y border-line px-3 py-2">
        <ReceiptHead typed={form.draft} wrong={wrong.head} today={card.asking.today} onChange={form.onHead} />
      </div>
      <ReceiptGrid
        label={`Receipt ${receipt.number}, corrected`}
        rows={rows}
        typed={form.draft.lines}
        places={form.places}
        wrong={wrong.lines}
        asksWhen={false}
        onChange={form.onLine}
      />
      <ReceiptFoot whole={wrong.whole} refused={form.refused}>
        <p className="min-w-0 flex-1 text-muted" aria-live="polite">
          {effects.length > 0 && `With this: ${effects.join(' ')}`}
        </p>
        <Button onClick={close}>Leave it</Button>
        <Button variant="primary" busy={isSending} onClick={send}>
          Save receipt
        </Button>
      </ReceiptFoot>
      {guard}
    </div>
  );
}
