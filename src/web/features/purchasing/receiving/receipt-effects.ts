/** What follows from a changed or canceled receipt, said before it is done: what leaves which place, where the order goes. */
import type { OrderCardView } from '#contract/purchase-order.ts';
import type { Id } from '#domain/ids.ts';
import { quantity } from '#domain/money.ts';
import type { OrderCard } from '#domain/purchasing/purchase-order.ts';
import { movementsBetween } from '#domain/purchasing/stock.ts';
import { cardOf } from '../../../data/purchase-orders.ts';
import { ORDER_STATUS_WORDS } from '../../../lib/order-words.ts';
import { unitsText } from '../../../lib/stock-words.ts';

/** More would be a second grid. */
const MOST_SAID = 5;

/** Sentences; none where neither stock nor status changes. */
export function receiptEffects(
  view: OrderCardView,
  after: OrderCard,
  placeName: (id: Id) => string,
): string[] {
  const before = cardOf(view);
  const codes = new Map(view.lines.map(({ skuId, skuCode }) => [skuId, skuCode]));
  const moved = movementsBetween(before, after).map((movement) => {
    const what = `${codes.get(movement.skuId) ?? 'a SKU'}`;
    const where = placeName(movement.inventoryLocationId);
    const much = unitsText(quantity(Math.abs(movement.quantity)));
    if (movement.quantity === 0) return `Serial numbers of ${what} change at ${where}.`;
    const came = movement.quantity > 0;
    const verb = much === '1' ? (came ? 'comes to' : 'leaves') : came ? 'come to' : 'leave';
    return `${much} × ${what} ${verb} ${where}.`;
  });
  const [was, is] = [before.order.status, after.order.status];
  const status =
    was === is
      ? []
      : [
          `The order goes from ${ORDER_STATUS_WORDS[was].toLowerCase()} to ${ORDER_STATUS_WORDS[is].toLowerCase()}.`,
        ];
  const more = moved.length - MOST_SAID;
  return [
    ...moved.slice(0, MOST_SAID),
    ...(more > 0 ? [`And ${more} more ${more === 1 ? 'movement' : 'movements'}.`] : []),
    ...status,
  ];
}
