/** Which look and word an order's status and its approval have (ui.md, Tokens). */
import type { ApprovalStatus, OrderStatus } from '#domain/purchasing/purchase-order.ts';
import { APPROVAL_WORDS, ORDER_STATUS_WORDS } from '../../lib/order-words.ts';
import { StatusBadge, type StatusHue } from '../../ui/status-badge.tsx';

const HUES: Readonly<Record<OrderStatus, StatusHue>> = {
  Pending: 'scheduled',
  Sent: 'dispatched',
  PartiallyReceived: 'working',
  Received: 'done',
  Exported: 'done',
  Canceled: 'canceled',
};
const APPROVAL_HUES: Readonly<Record<ApprovalStatus, StatusHue>> = {
  PendingApproval: 'hold',
  Approved: 'done',
  Rejected: 'late',
};

export const OrderStatusBadge = ({ status }: { status: OrderStatus }) => (
  <StatusBadge hue={HUES[status]} word={ORDER_STATUS_WORDS[status]} />
);

export const ApprovalBadge = ({ status }: { status: ApprovalStatus }) => (
  <StatusBadge hue={APPROVAL_HUES[status]} word={APPROVAL_WORDS[status]} />
);
