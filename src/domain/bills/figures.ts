/** Sums of a bill, and what a receipt lets expect (domain-rules §6). */
import { addCents, type Cents, lineTotal, negateCents, quantity, subtractCents, sumCents } from '../money.ts';
import type { OrderCard, Receipt } from '../purchasing/purchase-order.ts';
import { isSameValue } from '../same-value.ts';
import type { Bill, BillLine, Difference, Figures } from './bill.ts';

export const subtotalOf = ({ lines }: Figures): Cents =>
  sumCents(lines.map(({ amountCents }) => amountCents));
export const totalOf = (figures: Figures): Cents =>
  addCents(subtotalOf(figures), addCents(figures.taxCents, figures.freightCents));

/** What is owed by it: the vendor's figures once they are here. */
export const owedOf = ({ billed, expected }: Bill): Figures => billed ?? expected;

/** The same less what the vendor is to credit: what is paid, and what the goods cost. */
export function netOf(bill: Bill): Figures {
  return bill.claims.reduce(withoutClaim, owedOf(bill));
}
export const payableOf = (bill: Bill): Cents => totalOf(netOf(bill));

function withoutClaim(figures: Figures, { kind, key, lineId, units, cents: claimed }: Difference): Figures {
  if (kind === 'tax') return { ...figures, taxCents: subtractCents(figures.taxCents, claimed) };
  if (kind === 'freight') return { ...figures, freightCents: subtractCents(figures.freightCents, claimed) };
  const at =
    lineId === null
      ? Number(key.slice(key.indexOf(':') + 1))
      : figures.lines.findIndex((line) => line.lineId === lineId);
  const less = (line: BillLine): BillLine => ({
    ...line,
    quantity: quantity(line.quantity - (units ?? 0)),
    amountCents: subtractCents(line.amountCents, claimed),
  });
  return { ...figures, lines: figures.lines.map((line, index) => (index === at ? less(line) : line)) };
}

/** The receipt at the order's costs, one line per line of it. */
export function expectedOf(card: OrderCard, receipt: Receipt): Figures {
  const lines = new Map(card.lines.map((line) => [line.id, line]));
  return {
    lines: receipt.lines.flatMap(({ lineId, quantity: came }) => {
      const line = lines.get(lineId);
      if (!line || came === 0) return [];
      const { description, cost } = line;
      return [{ lineId, description, quantity: came, cost, amountCents: lineTotal(came, cost) }];
    }),
    taxCents: receipt.canceled ? sumCents([]) : receipt.taxCents,
    freightCents: receipt.canceled ? sumCents([]) : receipt.shippingCents,
  };
}

export const isSameFigures = (a: Figures, b: Figures): boolean => isSameValue(a, b);

/** The same the other way round: what makes it good. */
export const reversed = ({ lines, taxCents, freightCents }: Figures): Figures => ({
  lines: lines.map((line) => ({
    ...line,
    quantity: quantity(-line.quantity),
    amountCents: negateCents(line.amountCents),
  })),
  taxCents: negateCents(taxCents),
  freightCents: negateCents(freightCents),
});
