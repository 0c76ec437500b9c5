import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { InvoiceCardView } from '#contract/invoice.ts';
import { cents } from '#domain/money.ts';
import { Button } from '../../../ui/button.tsx';
import { useFocusKept } from '../../../ui/focus-page.ts';
import { useShortcut } from '../../../ui/shortcut.ts';
import { EditItems } from './edit-items.tsx';
import { ItemsAtRest } from './items-at-rest.tsx';
import { ItemsTotals } from './items-totals.tsx';

export type InvoiceItemsProps = {
  card: InvoiceCardView;
  /** Why they cannot be edited; undefined: they can. null: nothing is said, who reads has no button. */
  lockedBecause: string | undefined | null;
  /** It was just written: one goes on with its items. */
  startsEditing: boolean;
};

/** What is on an invoice: read, or worked on like a spreadsheet. */
export function InvoiceItems({ card, lockedBecause, startsEditing }: InvoiceItemsProps) {
  // As it was when it was opened: others' changes meanwhile must not look like one's own.
  const [opened, setOpened] = useState<InvoiceCardView | null>(() =>
    startsEditing && lockedBecause === undefined ? card : null,
  );
  useFocusKept(opened !== null);
  useShortcut('E', () => setOpened(card), { enabled: opened === null && lockedBecause === undefined });
  if (opened) return <EditItems card={opened} onClose={() => setOpened(null)} />;
  const { invoice, totals } = card;
  return (
    <section aria-label="Items" className="flex flex-col gap-2">
      <ItemsAtRest card={card} />
      <div className="flex flex-wrap items-start gap-2">
        {lockedBecause !== null && (
          <span data-print="hide">
            <Button
              icon={<Pencil aria-hidden />}
              shortcut="E"
              disabledReason={lockedBecause}
              onClick={() => setOpened(card)}
            >
              Edit items
            </Button>
          </span>
        )}
        <ItemsTotals
          totals={{
            subtotalCents: cents(totals.subtotalCents),
            taxCents: cents(totals.taxCents),
            totalCents: cents(totals.totalCents),
          }}
          tax={invoice.tax}
          currency={invoice.currency}
          balanceCents={invoice.balanceCents}
          costCents={totals.spent?.costCents}
        />
      </div>
    </section>
  );
}
