import { useState } from 'react';
import { cents, negateCents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { formatMoney } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { InvoiceNumber, PaymentNumber } from '../document-name.tsx';
import type { OpenRow } from '../open-look.tsx';
import { ApplyDialog } from '../steps/apply-dialog.tsx';

/** More than that would push the invoices out of sight; the rest is in the list of payments. */
const FEW = 6;

export type CreditsBarProps = { customerId: number; credits: readonly OpenRow[]; today: Day };

/** What is the customer's already, each to be used before money is taken. */
export function CreditsBar({ customerId, credits, today }: CreditsBarProps) {
  const [asked, setAsked] = useState<OpenRow | null>(null);
  return (
    <section
      aria-label="Credit of the customer"
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-1.5"
    >
      <span className="text-muted">Theirs already:</span>
      {credits.slice(0, FEW).map((credit) => (
        <span key={credit.id} className="inline-flex items-center gap-1.5">
          <span>
            {credit.kind === 'payment' ? 'Payment ' : 'Invoice '}
            {credit.kind === 'payment' ? (
              <PaymentNumber id={credit.id} number={credit.number} />
            ) : (
              <InvoiceNumber id={credit.id} number={credit.number} />
            )}{' '}
            <b className="font-semibold tabular-nums">
              {formatMoney(negateCents(cents(credit.openCents)), credit.currency)}
            </b>
          </span>
          <Button aria-label={`Apply ${credit.number}`} onClick={() => setAsked(credit)}>
            Apply…
          </Button>
        </span>
      ))}
      {credits.length > FEW && <span className="text-muted">and {credits.length - FEW} more</span>}
      {asked && (
        <ApplyDialog customerId={customerId} credit={asked} today={today} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}
