import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { refusalText } from '../../../lib/refusal-text.ts';
import { mayCall } from '../../../lib/session.ts';
import { Button } from '../../../ui/button.tsx';
import { useFocusKept } from '../../../ui/focus-page.ts';
import { EditLines } from './edit-lines.tsx';
import { mayEditLines } from './grid-columns.ts';
import { LinesAtRest } from './lines-at-rest.tsx';

export type OrderLinesProps = {
  card: OrderCardView;
  /** What it comes to, where the page has it to be changed in place; while lines are worked on they have their own. */
  totals?: ReactNode;
};

/** What is on an order: read, or worked on like a spreadsheet. */
export function OrderLines({ card, totals }: OrderLinesProps) {
  const user = useCurrentUser();
  // As it was when it was opened: others' changes meanwhile must not look like one's own.
  const [opened, setOpened] = useState<OrderCardView | null>(null);
  useFocusKept(opened !== null);
  if (opened) return <EditLines card={opened} onClose={() => setOpened(null)} />;
  const { order } = card;
  const lockedBecause = order.sending
    ? refusalText('order.being_sent', { byName: order.sending.byName })
    : mayEditLines(order.status)
      ? undefined
      : refusalText('order.not_in_status', { status: order.status, command: 'edit' });
  return (
    <section aria-label="Lines" className="flex flex-col gap-2">
      <LinesAtRest card={card} />
      {mayCall(user, 'purchaseOrders.update') && (
        <span data-print="hide">
          <Button
            icon={<Pencil aria-hidden />}
            disabledReason={lockedBecause}
            onClick={() => setOpened(card)}
          >
            Edit lines
          </Button>
        </span>
      )}
      {totals}
    </section>
  );
}
