import { Link } from '@tanstack/react-router';
import type { Raised } from '#contract/replenishment.ts';
import { cents } from '#domain/money.ts';
import { rowClass, Section } from '../../../parts/section.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';

/** What was raised from this page since it was opened, each with the way to it. */
export function RaisedOrders({ orders }: { orders: Raised['orders'] }) {
  if (orders.length === 0) return null;
  return (
    <div role="status">
      <Section title="Orders raised" count={orders.length}>
        {orders.map((order) => (
          <p key={order.id} className={rowClass}>
            <Link to="/purchase-orders/$id" params={{ id: order.id }} className="font-medium">
              PO {order.number}
            </Link>
            <bdi className="min-w-0 truncate">{order.vendorName}</bdi>
            <span className="text-muted">
              to <bdi>{order.place}</bdi>, {order.lineCount} {order.lineCount === 1 ? 'line' : 'lines'}
            </span>
            <MoneyText className="ml-auto" amount={cents(order.totalCents)} currency={order.currency} />
          </p>
        ))}
      </Section>
    </div>
  );
}
