import type { OrderStatus } from '#domain/purchasing/purchase-order.ts';
import { ORDER_STATUS_WORDS } from '../lib/order-words.ts';
import { StatusBadge, type StatusHue } from '../ui/status-badge.tsx';

const HUES: Readonly<Record<OrderStatus, StatusHue>> = {
  Pending: 'scheduled',
  Sent: 'dispatched',
  PartiallyReceived: 'working',
  Received: 'done',
  Exported: 'done',
  Canceled: 'canceled',
};

/** How far a purchase order is: on its page, in lists, on the page of its job (ui.md, Tokens). */
export const OrderStatusBadge = ({ status }: { status: OrderStatus }) => (
  <StatusBadge hue={HUES[status]} word={ORDER_STATUS_WORDS[status]} />
);
