/** An order of a type that receives by itself has come the moment it is sent (domain-rules §5, `automaticallyReceive`). */
import type { Id } from '../ids.ts';
import { type Quantity, quantity } from '../money.ts';
import { activeLines, openOf, receivedByLine } from './amounts.ts';
import type { OrderCard } from './purchase-order.ts';

/**
 * What is received at once: all that is open, at the order's own place. Lines with serial numbers wait for somebody who
 * reads the numbers; lines of nothing have nothing to come.
 */
export function comesAtOnce(
  card: OrderCard,
): readonly { readonly lineId: Id; readonly quantity: Quantity }[] {
  const received = receivedByLine(card.receipts);
  return activeLines(card).flatMap((line) => {
    const open = openOf(line, received.get(line.id) ?? quantity(0));
    return line.serialized || open === 0 ? [] : [{ lineId: line.id, quantity: open }];
  });
}
