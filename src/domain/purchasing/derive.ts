/** The order's status from what happened to it: "moved by events, never typed" (domain-rules §5). */
import { quantity } from '../money.ts';
import { activeLines, openOf, receivedByLine } from './amounts.ts';
import type { OrderCard, OrderStatus } from './purchase-order.ts';

/** Exported and canceled are for good; then what came decides, then whether it was sent. */
export function orderStatus(card: OrderCard): OrderStatus {
  const { order } = card;
  if (order.canceled) return 'Canceled';
  if (order.exported) return 'Exported';
  const received = receivedByLine(card.receipts);
  if (received.size > 0) {
    const open = activeLines(card).some((line) => openOf(line, received.get(line.id) ?? quantity(0)) > 0);
    return open ? 'PartiallyReceived' : 'Received';
  }
  return order.sent ? 'Sent' : 'Pending';
}

/** With its status, and the stamp of the moment it was all there as long as it is. */
export function derived(card: OrderCard, stamp: { readonly by: number; readonly at: string }): OrderCard {
  const status = orderStatus(card);
  const isThere = status === 'Received' || status === 'Exported';
  const received = isThere ? (card.order.received ?? (stamp as OrderCard['order']['received'])) : null;
  return { ...card, order: { ...card.order, status, received } };
}
