import { useState } from 'react';
import type { OrderCardView, ReceiptView } from '#contract/purchase-order.ts';
import { cents } from '#domain/money.ts';
import { type Day, dayOf, type Instant } from '#domain/time.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { clock } from '../../../lib/clock.ts';
import { formatDay, formatMoney } from '../../../lib/format.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { unitsText } from '../../../lib/stock-words.ts';
import { Section } from '../../../parts/section.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useFocusKept } from '../../../ui/focus-page.ts';
import type { WhyNot } from '../use-order-commands.ts';
import type { OrderSteps } from '../use-order-step.tsx';
import { CorrectPanel } from './correct-panel.tsx';
import { afterCanceled } from './receipt-check.ts';
import { receiptEffects } from './receipt-effects.ts';

export type ReceiptListProps = {
  card: OrderCardView;
  zone: string;
  today: Day;
  whyNot: WhyNot;
  steps: OrderSteps;
};

/** What came, receipt by receipt; each is put right where it stands, or canceled. */
export function ReceiptList({ card, zone, today, whyNot, steps }: ReceiptListProps) {
  const [correcting, setCorrecting] = useState<number | null>(null);
  const [canceling, setCanceling] = useState<ReceiptView | null>(null);
  const user = useCurrentUser();
  useFocusKept(String(correcting));
  if (card.receipts.length === 0) return null;
  const places = new Map([
    [card.order.inventoryLocationId, card.names.inventoryLocation],
    ...card.receipts.flatMap(({ lines }) =>
      lines.map(({ inventoryLocationId, place }) => [inventoryLocationId, place] as const),
    ),
  ]);
  const after = canceling && afterCanceled(card, canceling.id, { actorId: user.id, now: clock.now() });
  const effects = after ? receiptEffects(card, after, (id) => places.get(id) ?? 'another place') : [];
  const whyFixed = (receipt: ReceiptView, command: 'correctReceipt' | 'cancelReceipt') =>
    receipt.canceled
      ? refusalText('receipt.canceled')
      : receipt.exported
        ? refusalText('receipt.exported')
        : whyNot(command);
  return (
    <Section title="Receipts" count={card.receipts.length}>
      {card.receipts.map((receipt) => (
        <article
          key={receipt.id}
          aria-label={`Receipt ${receipt.number}`}
          className="border-b border-line last:border-b-0"
        >
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
            <p className="min-w-0 flex-1 basis-60 wrap-anywhere">
              <b className={receipt.canceled ? 'font-semibold line-through' : 'font-semibold'}>
                Receipt {receipt.number}
              </b>{' '}
              · {formatDay(receipt.receivedOn, { today })} · {receipt.made.byName}
              {receipt.vendorInvoiceNumber && (
                <>
                  {' '}
                  · invoice <bdi>{receipt.vendorInvoiceNumber}</bdi>
                </>
              )}
              {receipt.taxCents > 0 && ` · tax ${formatMoney(cents(receipt.taxCents), card.order.currency)}`}
              {receipt.shippingCents > 0 &&
                ` · shipping ${formatMoney(cents(receipt.shippingCents), card.order.currency)}`}
              {receipt.canceled && (
                <span className="text-muted">
                  {' '}
                  · canceled by {receipt.canceled.byName},{' '}
                  {formatDay(dayOf(receipt.canceled.at as Instant, zone), { today })}
                </span>
              )}
            </p>
            <span className="flex gap-1" data-print="hide">
              <Button
                variant="ghost"
                disabledReason={
                  correcting === receipt.id ? 'It is open below.' : whyFixed(receipt, 'correctReceipt')
                }
                onClick={() => setCorrecting(receipt.id)}
              >
                Correct
              </Button>
              <Button
                variant="ghost"
                disabledReason={whyFixed(receipt, 'cancelReceipt')}
                onClick={() => setCanceling(receipt)}
              >
                Cancel receipt
              </Button>
            </span>
          </div>
          {correcting === receipt.id && !receipt.canceled ? (
            <CorrectPanel card={card} receipt={receipt} steps={steps} onClose={() => setCorrecting(null)} />
          ) : (
            !receipt.canceled && <CameList card={card} receipt={receipt} />
          )}
        </article>
      ))}
      <ConfirmDialog
        open={canceling !== null}
        onOpenChange={(open) => !open && setCanceling(null)}
        title={`Cancel receipt ${canceling?.number ?? ''}?`}
        description={['Nothing of it came after all.', ...effects].join(' ')}
        action="Cancel receipt"
        danger
        busy={steps.sending === 'cancelReceipt'}
        onConfirm={() =>
          canceling &&
          void steps
            .send({
              step: 'cancelReceipt',
              body: { receiptId: canceling.id },
              verb: 'Cancel it',
              done: `Receipt ${canceling.number} is canceled`,
            })
            .then(() => setCanceling(null))
        }
      />
    </Section>
  );
}

/** What came with it, to be read. */
function CameList({ card, receipt }: { card: OrderCardView; receipt: ReceiptView }) {
  return (
    <ul className="m-0 list-none px-3 pb-2 text-sm text-muted">
      {receipt.lines.map(({ id, lineId, quantity, place, serials }) => {
        const line = card.lines.find((one) => one.id === lineId);
        return (
          <li key={id} className="wrap-anywhere">
            {unitsText(quantity)} × <bdi>{line?.skuCode ?? line?.description}</bdi> to <bdi>{place}</bdi>
            {serials.length > 0 && (
              <>
                : <bdi>{serials.join(', ')}</bdi>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
