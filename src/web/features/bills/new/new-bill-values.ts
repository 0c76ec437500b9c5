/** A bill keyed in before it is sent: of an order, or of a vendor for what nobody ordered. Pure. */
import type { OrderCardView } from '#contract/purchase-order.ts';
import { decimalOfQuantity, quantity } from '#domain/money.ts';
import { receivedByLine } from '#domain/purchasing/amounts.ts';
import { cardOf } from '../../../data/purchase-orders.ts';
import type { EntryRow } from '../entry/entry-rows.ts';
import type { OrderLineView } from '../match-rows.ts';

export const NOTHING_EXPECTED = { lines: [], taxCents: 0, freightCents: 0 };

/** The order's lines as a bill names them. What other bills ask for is told once it is keyed in. */
export function linesOf(view: OrderCardView): OrderLineView[] {
  const received = receivedByLine(cardOf(view).receipts);
  return view.lines
    .filter(({ active }) => active)
    .map((line) => ({
      lineId: line.id,
      position: line.position,
      description: line.description,
      skuCode: line.skuCode,
      vendorPartNumber: line.vendorPartNumber,
      unit: line.unit,
      cost: line.cost,
      ordered: line.quantity,
      received: received.get(line.id) ?? 0,
      before: 0,
    }));
}

/** All that was ordered, where nobody has typed how many. */
export const filledIn = (rows: readonly EntryRow[]): EntryRow[] =>
  rows.map((row) =>
    row.line && row.quantity.trim() === ''
      ? { ...row, quantity: decimalOfQuantity(quantity(row.line.ordered)) }
      : row,
  );
