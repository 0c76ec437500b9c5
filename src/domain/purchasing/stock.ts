/**
 * What a change of an order's receipts moves in the stock, from the two cards alone: whatever the command was, what
 * lies somewhere is the sum of these movements (domain-rules §5; issue 5, "movements ledger").
 */
import type { Refusal } from '../decision.ts';
import type { Id } from '../ids.ts';
import { type Quantity, quantity } from '../money.ts';
import type { OrderContext } from './commands.ts';
import { no } from './gate.ts';
import type { OrderCard } from './purchase-order.ts';

/** Of one receipt line at one place: more (or, below none, less) lies there. */
export type StockMovement = {
  readonly skuId: Id;
  readonly inventoryLocationId: Id;
  readonly receiptLineId: Id;
  readonly quantity: Quantity;
  readonly serialsIn: readonly string[];
  readonly serialsOut: readonly string[];
};

type Lying = Pick<StockMovement, 'skuId' | 'inventoryLocationId' | 'receiptLineId' | 'quantity'> & {
  readonly serials: readonly string[];
};
const NOTHING: Pick<Lying, 'quantity' | 'serials'> = { quantity: quantity(0), serials: [] };

/** By receipt line and place, so that goods said to have come elsewhere leave one and come to the other. */
function lyingOf(card: OrderCard): ReadonlyMap<string, Lying> {
  const stocked = new Map(
    card.lines.flatMap((line) => (line.stocked && line.skuId !== null ? [[line.id, line.skuId]] : [])),
  );
  const lying = new Map<string, Lying>();
  for (const { lines } of card.receipts) {
    for (const { id, lineId, inventoryLocationId, quantity: came, serials } of lines) {
      const skuId = stocked.get(lineId);
      if (skuId === undefined || came === 0) continue;
      lying.set(`${id}@${inventoryLocationId}`, {
        skuId,
        inventoryLocationId,
        receiptLineId: id,
        quantity: came,
        serials,
      });
    }
  }
  return lying;
}

/** Movements that make what lay after `before` into what lies after `after`; none where nothing moved. */
export function movementsBetween(before: OrderCard, after: OrderCard): readonly StockMovement[] {
  const was = lyingOf(before);
  const is = lyingOf(after);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const { skuId, inventoryLocationId, receiptLineId } = (is.get(key) ?? was.get(key))!;
    const [from, to] = [was.get(key) ?? NOTHING, is.get(key) ?? NOTHING];
    const serialsIn = to.serials.filter((serial) => !from.serials.includes(serial));
    const serialsOut = from.serials.filter((serial) => !to.serials.includes(serial));
    const moved = quantity(to.quantity - from.quantity);
    if (moved === 0 && serialsIn.length === 0 && serialsOut.length === 0) return [];
    return [{ skuId, inventoryLocationId, receiptLineId, quantity: moved, serialsIn, serialsOut }];
  });
}

/** What leaves each place in all, by SKU. */
function leavingOf(
  movements: readonly StockMovement[],
): readonly { readonly skuId: Id; readonly inventoryLocationId: Id; readonly quantity: Quantity }[] {
  const sums = new Map<string, { skuId: Id; inventoryLocationId: Id; quantity: Quantity }>();
  for (const { skuId, inventoryLocationId, quantity: moved } of movements) {
    const key = `${skuId}@${inventoryLocationId}`;
    const so = sums.get(key)?.quantity ?? 0;
    sums.set(key, { skuId, inventoryLocationId, quantity: quantity(so - moved) });
  }
  return [...sums.values()].filter((one) => one.quantity > 0);
}

/** What has been used or sent on cannot be taken back from the shelf: `receipt.not_on_hand`, `receipt.serial_gone`. */
export function stockRefusal(
  before: OrderCard,
  after: OrderCard,
  { onHand, serialAt }: Pick<OrderContext, 'onHand' | 'serialAt'>,
): Refusal | null {
  const movements = movementsBetween(before, after);
  for (const { skuId, inventoryLocationId, quantity: leaving } of leavingOf(movements)) {
    const here = onHand(skuId, inventoryLocationId);
    if (here < leaving)
      return no('receipt.not_on_hand', { skuId, inventoryLocationId, leaving, onHand: here });
  }
  for (const { skuId, inventoryLocationId, serialsOut } of movements) {
    const gone = serialsOut.find((serial) => serialAt(skuId, serial) !== inventoryLocationId);
    if (gone !== undefined) return no('receipt.serial_gone', { skuId, serial: gone });
  }
  return null;
}
