/** The ends of an order: canceled, closed with less than was ordered, exported (domain-rules §5). */
import { allow, type Decision, refuse } from '../decision.ts';
import { quantity } from '../money.ts';
import { receivedByLine } from './amounts.ts';
import type { OrderCommand, OrderContext } from './commands.ts';
import type { OrderCard, Stamp } from './purchase-order.ts';

type Of<T extends OrderCommand['type']> = Extract<OrderCommand, { type: T }>;

const stampOf = ({ actorId, now }: OrderContext): Stamp => ({ by: actorId, at: now });

export function cancelOrder(
  card: OrderCard,
  { reason, memo }: Of<'cancel'>,
  context: OrderContext,
): Decision<OrderCard> {
  if (receivedByLine(card.receipts).size > 0) return refuse('order.something_received');
  const canceled = { ...stampOf(context), reason, memo };
  return allow({ ...card, order: { ...card.order, canceled } });
}

/** Ordered becomes what came; where nothing came the order is canceled, for the vendor's sake. */
export function closeShort(
  card: OrderCard,
  { memo }: Of<'closeShort'>,
  context: OrderContext,
): Decision<OrderCard> {
  if (memo.trim() === '') return refuse('order.reason_required');
  const received = receivedByLine(card.receipts);
  const closedShort = { ...stampOf(context), memo };
  if (received.size === 0) {
    const canceled = { ...stampOf(context), reason: 'VendorIssue' as const, memo };
    return allow({ ...card, order: { ...card.order, closedShort, canceled } });
  }
  const lines = card.lines.map((line) => {
    const came = received.get(line.id) ?? quantity(0);
    return line.active && came < line.quantity ? { ...line, quantity: came } : line;
  });
  return allow({ ...card, order: { ...card.order, closedShort }, lines });
}

/** Read-only for ever: what is to be corrected afterwards is another document. */
export const exportOrder = (card: OrderCard, context: OrderContext): Decision<OrderCard> =>
  allow({ ...card, order: { ...card.order, exported: stampOf(context) } });
