import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BillCardView } from '#contract/bill.ts';
import type { Day } from '#domain/time.ts';
import { BILL_SOURCE_WORDS } from '../../lib/bill-words.ts';
import { formatDay } from '../../lib/format.ts';
import { Section } from '../../parts/section.tsx';
import { BooksBadge, DueDay } from './bill-status.tsx';

export type BillFactsProps = { card: BillCardView; today: Day };

/** From whom, for what, due when; and the bills it has to do with. */
export function BillFacts({ card: { bill }, today }: BillFactsProps) {
  const day = (of: string) => <span className="tabular-nums">{formatDay(of as Day, { today })}</span>;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      'Vendor',
      <Link key="vendor" to="/vendors/$id" params={{ id: bill.vendorId }}>
        <bdi>{bill.vendorName}</bdi>
      </Link>,
    ],
    [
      'Remit to',
      bill.remitToVendorId === bill.vendorId ? (
        'the vendor'
      ) : (
        <Link key="remit" to="/vendors/$id" params={{ id: bill.remitToVendorId }}>
          <bdi>{bill.remitToName}</bdi>
        </Link>
      ),
    ],
    [
      'Order',
      bill.orderId !== null && (
        <Link key="order" to="/purchase-orders/$id" params={{ id: bill.orderId }} className="tabular-nums">
          {bill.orderNumber}
        </Link>
      ),
    ],
    ['Receipt', bill.receiptNumber],
    ['Vendor’s number', bill.vendorInvoiceNumber && <bdi>{bill.vendorInvoiceNumber}</bdi>],
    ['Bill date', day(bill.billDate)],
    ['Payment term', bill.paymentTerm && <bdi>{bill.paymentTerm}</bdi>],
    ['Due', <DueDay key="due" bill={bill} today={today} />],
    ['Made by', BILL_SOURCE_WORDS[bill.source]],
    ['Books', <BooksBadge key="books" status={bill.syncStatus} />],
    ['Business unit', <bdi key="unit">{bill.businessUnit}</bdi>],
    [
      'Job',
      bill.jobId !== null && (
        <Link key="job" to="/jobs/$id" params={{ id: bill.jobId }} className="tabular-nums">
          {bill.jobNumber}
        </Link>
      ),
    ],
  ];
  return (
    <Section title="Facts">
      <dl className="grid grid-cols-2 gap-x-5 gap-y-2 px-3 py-2 sm:grid-cols-3 lg:grid-cols-4">
        {facts.map(([term, value]) => (
          <div key={term} className="min-w-0">
            <dt className="text-xs text-muted">{term}</dt>
            <dd className="m-0 wrap-anywhere">{value || <span className="text-faint">none</span>}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

type Linked = { readonly id: number; readonly number: number };

export const BillLink = ({ to: { id, number } }: { to: Linked }) => (
  <Link to="/bills/$id" params={{ id }} className="tabular-nums underline">
    bill {number}
  </Link>
);
