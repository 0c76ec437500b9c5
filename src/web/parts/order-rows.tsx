import { Link } from '@tanstack/react-router';
import { cents } from '#domain/money.ts';
import type { OrderStatus } from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import { useCurrentUser } from '../data/current-user.ts';
import { formatDay } from '../lib/format.ts';
import { mayCall } from '../lib/session.ts';
import { MoneyText } from '../ui/money-text.tsx';
import { OrderStatusBadge } from './order-status-badge.tsx';
import { rowClass } from './section.tsx';

/** What a job's or a project's page says of an order; vendor and amount null: not for this person. */
export type OrderRow = {
  readonly id: number;
  readonly number: number;
  readonly status: OrderStatus;
  readonly requiredOn: Day;
  readonly expectedOn: Day | null;
  readonly lineCount: number;
  readonly vendorName: string | null;
  readonly amountCents: number | null;
  readonly currency: string;
};

/** Purchase orders of something else, each with the way to it for who may see orders. */
export function OrderRows({ orders }: { orders: readonly OrderRow[] }) {
  const maySee = mayCall(useCurrentUser(), 'purchaseOrders.get');
  return orders.map((order) => (
    <div key={order.id} className={`${rowClass} flex-wrap`}>
      {maySee ? (
        <Link to="/purchase-orders/$id" params={{ id: order.id }} className="font-medium">
          PO {order.number}
        </Link>
      ) : (
        <span className="font-medium">PO {order.number}</span>
      )}
      <OrderStatusBadge status={order.status} />
      {order.vendorName !== null && <bdi className="min-w-0 truncate">{order.vendorName}</bdi>}
      <span className="text-muted">
        {order.lineCount} {order.lineCount === 1 ? 'line' : 'lines'}
        {dayWords(order)}
      </span>
      {order.amountCents !== null && (
        <MoneyText className="ml-auto" amount={cents(order.amountCents)} currency={order.currency} />
      )}
    </div>
  ));
}

/** The vendor's day, else the one it was asked for; nothing of what is here or does not come. */
function dayWords({ status, expectedOn, requiredOn }: OrderRow): string {
  if (status === 'Canceled' || status === 'Received' || status === 'Exported') return '';
  return expectedOn ? `, expected ${formatDay(expectedOn)}` : `, asked for by ${formatDay(requiredOn)}`;
}
