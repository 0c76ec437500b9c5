import { Link } from '@tanstack/react-router';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { cents } from '#domain/money.ts';
import { isPaid } from '#domain/payables/due.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { BILL_STATUS_WORDS, BOOKS_WORDS } from '../../lib/bill-words.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';
import { DocumentLink } from '../../parts/document-link.tsx';
import { rowClass, Section } from '../../parts/section.tsx';

type Bill = OrderCardView['bills'][number];

/** What is to be known of one beside its amount: where it stands, that it waits for its paper, that it is paid. */
function standing(bill: Bill): string {
  const { status, syncStatus, hasPaper } = bill;
  if (status === 'Unreconciled' && !hasPaper) return 'Waits for the vendor’s paper';
  return [
    isPaid(bill) ? 'Paid' : BILL_STATUS_WORDS[status],
    ...(syncStatus === 'Pending' ? [] : [BOOKS_WORDS[syncStatus]]),
  ].join(', ');
}

/** What the vendor asks for it, and the credits; a bill of nothing received is keyed in here. */
export function OrderBills({ card }: { card: OrderCardView }) {
  const user = useCurrentUser();
  const { bills, order, asking } = card;
  const mayKeyIn = mayCall(user, 'bills.create') && order.status !== 'Pending' && order.status !== 'Canceled';
  if (bills.length === 0 && !mayKeyIn) return null;
  return (
    <Section
      title="Bills"
      count={bills.length}
      action={
        mayKeyIn && (
          <Link to="/bills/new" search={{ ofOrder: order.id }} className="text-sm">
            Key in a bill
          </Link>
        )
      }
    >
      <ul className="m-0 list-none p-0">
        {bills.map((bill) => (
          <li key={bill.id} className={rowClass}>
            <DocumentLink to="/bills/$id" id={bill.id} look="section">
              {bill.kind} {bill.number}
            </DocumentLink>
            <span className={bill.status === 'Discrepancy' ? 'font-semibold text-danger' : 'text-muted'}>
              {standing(bill)}
            </span>
            {bill.vendorInvoiceNumber && (
              <span className="min-w-0 text-muted wrap-anywhere">
                <bdi>{bill.vendorInvoiceNumber}</bdi>
              </span>
            )}
            <span className="text-muted tabular-nums">
              due {formatDay(bill.dueDate, { today: asking.today })}
            </span>
            <span
              className={
                bill.status === 'Canceled'
                  ? 'ml-auto text-muted tabular-nums line-through'
                  : 'ml-auto tabular-nums'
              }
            >
              {formatMoney(cents(bill.payableCents), order.currency)}
            </span>
          </li>
        ))}
      </ul>
      {bills.length === 0 && <p className="m-0 px-3 py-2 text-muted">None yet. Each receipt makes one.</p>}
    </Section>
  );
}
