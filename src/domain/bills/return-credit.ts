/** What a vendor gives for goods that went back, as a credit among the bills (domain-rules §5, §6). */
import { type Cents, cents, lineTotal, negateCents, quantity, subtractCents, unitPrice } from '../money.ts';
import type { VendorReturn } from '../purchasing/vendor-return.ts';
import { type Bill, type BillLine, type Figures, UNTOUCHED_BILL } from './bill.ts';
import { totalOf } from './figures.ts';

/** In force at once, as it came: nothing of it is asked of us. The goods leave the average by `takenOut`, whatever is given for them. */
export function creditOfReturn(of: VendorReturn): Omit<Bill, 'id'> {
  const { credited, lines, restockingFeeCents } = of;
  if (!credited) throw new Error(`Return ${of.number} has no credit yet`);
  const expected: Figures = {
    lines: [
      ...lines.map((line) => ({
        lineId: line.lineId,
        description: line.description,
        quantity: quantity(-line.quantity),
        cost: line.cost,
        amountCents: negateCents(lineTotal(line.quantity, line.cost)),
      })),
      ...(restockingFeeCents > 0 ? [charge('Restocking fee', restockingFeeCents)] : []),
    ],
    taxCents: cents(0),
    freightCents: cents(0),
  };
  const off = subtractCents(negateCents(credited.cents), totalOf(expected));
  const billed =
    off === 0
      ? expected
      : { ...expected, lines: [...expected.lines, charge('Difference of the credit', off)] };
  const { by, at, number, on } = credited;
  return {
    ...UNTOUCHED_BILL,
    kind: 'Credit',
    source: 'Return',
    receiptId: null,
    vendorInvoiceNumber: number,
    billDate: on,
    expected,
    billed,
    reconciled: { by, at },
  };
}

const CENTS_TO_PRICE = 100;
const ONE = quantity(10_000);
const charge = (description: string, amountCents: Cents): BillLine => ({
  lineId: null,
  description,
  quantity: ONE,
  cost: unitPrice(amountCents * CENTS_TO_PRICE),
  amountCents,
});
