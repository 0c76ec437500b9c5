/** When what is still open of an order is awaited (domain-rules §5, "overdue"). */
import type { Id } from '../ids.ts';
import { type Quantity, quantity } from '../money.ts';
import type { Day } from '../time.ts';
import { activeLines, openOf, receivedByLine } from './amounts.ts';
import type { OrderCard, OrderLine } from './purchase-order.ts';

/** The day the vendor named for the line; while they named none, the day the order asked for. */
export const awaitedOn = (
  line: Pick<OrderLine, 'expectedOn'>,
  order: Pick<OrderCard['order'], 'requiredOn'>,
): Day => line.expectedOn ?? order.requiredOn;

/** What is open of each line, with the day it is awaited; lines that came whole are not in it. */
function awaited(card: OrderCard): readonly { lineId: Id; open: Quantity; day: Day }[] {
  const received = receivedByLine(card.receipts);
  return activeLines(card).flatMap((line) => {
    const open = openOf(line, received.get(line.id) ?? quantity(0));
    return open === 0 ? [] : [{ lineId: line.id, open, day: awaitedOn(line, card.order) }];
  });
}

/** The first day anything of it is awaited: past it, the order is overdue. null once all came. */
export const nextDeliveryOn = (card: OrderCard): Day | null =>
  awaited(card).reduce<Day | null>((first, { day }) => (first === null || day < first ? day : first), null);
