/** What an order adds up to, and how much of it has come (domain-rules §5, "Precision" of §1). */
import type { Id } from '../ids.ts';
import { addCents, type Cents, lineTotal, type Quantity, quantity, sumCents, taxOf } from '../money.ts';
import type { Day } from '../time.ts';
import {
  MOST_CENTS_OF_LINE,
  type OrderCard,
  type OrderLine,
  type OrderTax,
  type Receipt,
} from './purchase-order.ts';

type Priced = Pick<OrderLine, 'quantity' | 'cost' | 'active'>;
export type OrderTotals = {
  readonly subtotalCents: Cents;
  readonly taxCents: Cents;
  readonly shippingCents: Cents;
  readonly totalCents: Cents;
};

export const activeLines = (card: Pick<OrderCard, 'lines'>): readonly OrderLine[] =>
  card.lines.filter(({ active }) => active);

/** Each line rounded to the cent by itself, tax as a rate of the sum unless it was typed. */
export function orderTotals(
  order: { readonly tax: OrderTax; readonly shippingCents: Cents },
  lines: readonly Priced[],
): OrderTotals {
  const subtotalCents = sumCents(
    lines.flatMap((line) => (line.active ? [lineTotal(line.quantity, line.cost)] : [])),
  );
  const taxCents = order.tax.kind === 'Typed' ? order.tax.cents : taxOf(subtotalCents, order.tax.rate);
  const { shippingCents } = order;
  return {
    subtotalCents,
    taxCents,
    shippingCents,
    totalCents: sumCents([subtotalCents, taxCents, shippingCents]),
  };
}

/** 300 lines that are not are still a sum that can be counted exactly. */
export const isBeyondCounting = ({ quantity: count, cost }: Pick<OrderLine, 'quantity' | 'cost'>): boolean =>
  BigInt(count) * BigInt(cost) > BigInt(MOST_CENTS_OF_LINE) * 1_000_000n;

export const totalsOf = ({ order, lines }: OrderCard): OrderTotals => orderTotals(order, lines);

/** What has come of each line, over all receipts that stand; lines of which nothing came are not in it. */
export function receivedByLine(receipts: readonly Receipt[]): ReadonlyMap<Id, Quantity> {
  const received = new Map<Id, Quantity>();
  for (const { lines } of receipts) {
    for (const { lineId, quantity: came } of lines) {
      if (came > 0) received.set(lineId, quantity((received.get(lineId) ?? 0) + came));
    }
  }
  return received;
}

/** What has come of one line. */
export const receivedOf = (card: Pick<OrderCard, 'receipts'>, lineId: Id): Quantity =>
  receivedByLine(card.receipts).get(lineId) ?? quantity(0);

/** What is still to come, never below none: more than was ordered of one line makes up for no other. */
export const openOf = (line: OrderLine, received: Quantity): Quantity =>
  quantity(line.active ? Math.max(0, line.quantity - received) : 0);

/** The latest day any open line is expected; null where none says one (§5). */
export function expectedOn(card: OrderCard): Day | null {
  const received = receivedByLine(card.receipts);
  return activeLines(card).reduce<Day | null>((latest, line) => {
    if (line.expectedOn === null || openOf(line, received.get(line.id) ?? quantity(0)) === 0) return latest;
    return latest === null || line.expectedOn > latest ? line.expectedOn : latest;
  }, null);
}

/** Value of what came, at the order's costs. */
export function receivedCents(card: OrderCard): Cents {
  const received = receivedByLine(card.receipts);
  return card.lines.reduce<Cents>(
    (sum, line) => addCents(sum, lineTotal(received.get(line.id) ?? quantity(0), line.cost)),
    sumCents([]),
  );
}
