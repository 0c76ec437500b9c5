/**
 * Bills follow the order's receipts: one that comes makes one, one that is corrected makes a new one that carries the
 * change, and the old one stays, linked (domain-rules §5, "a change to a line or charge that is already billed").
 */
import type { Id } from '../ids.ts';
import type { OrderCard, Receipt, Stamp } from '../purchasing/purchase-order.ts';
import { type Bill, standingOf, UNTOUCHED_BILL } from './bill.ts';
import { expectedOf, isSameFigures } from './figures.ts';
import { creditFor } from './reverse.ts';

/**
 * The order's bills after a step on it. Not reconciled yet, a bill is canceled and replaced; reconciled, it is credited
 * and replaced. The vendor's paper goes along: it says what it said.
 * @param newId one for each bill that is made
 */
export function billsAfter(
  bills: readonly Bill[],
  after: OrderCard,
  { stamp, newId }: { readonly stamp: Stamp; readonly newId: () => Id },
): readonly Bill[] {
  return after.receipts.reduce<readonly Bill[]>(
    (so, receipt) => afterReceipt(so, after, receipt, stamp, newId),
    bills,
  );
}

function afterReceipt(
  bills: readonly Bill[],
  card: OrderCard,
  receipt: Receipt,
  stamp: Stamp,
  newId: () => Id,
): readonly Bill[] {
  const expected = expectedOf(card, receipt);
  const old = standingOf(bills, receipt.id);
  if (old && isSameFigures(old.expected, expected)) {
    const told = withReceipt(old, receipt);
    return told === old ? bills : bills.map((bill) => (bill === old ? told : bill));
  }
  const isEmpty = expected.lines.length === 0;
  if (!old) return isEmpty ? bills : [...bills, billOf(newId(), receipt, expected)];
  const next = isEmpty ? null : withPaper(billOf(newId(), receipt, expected), old);
  const replacedById = next?.id ?? null;
  const kept = old.reconciled
    ? [{ ...old, replacedById }, creditFor(newId(), old, stamp)]
    : [{ ...old, replacedById, canceled: stamp }];
  return [...bills.filter(({ id }) => id !== old.id), ...kept, ...(next ? [next] : [])];
}

const billOf = (
  id: Id,
  { id: receiptId, vendorInvoiceNumber, receivedOn }: Receipt,
  expected: Bill['expected'],
): Bill => ({
  ...UNTOUCHED_BILL,
  id,
  kind: 'Bill',
  source: 'Receipt',
  receiptId,
  vendorInvoiceNumber,
  billDate: receivedOn,
  expected,
});

/** Until the vendor's paper is here, number and day are what was said with the receipt. */
function withReceipt(bill: Bill, { vendorInvoiceNumber, receivedOn }: Receipt): Bill {
  const isSame = bill.vendorInvoiceNumber === vendorInvoiceNumber && bill.billDate === receivedOn;
  return isSame || bill.billed ? bill : { ...bill, vendorInvoiceNumber, billDate: receivedOn };
}

/** The vendor's paper stays what it is: its figures, its number, its day. */
const withPaper = (bill: Bill, { billed, vendorInvoiceNumber, billDate }: Bill): Bill =>
  billed ? { ...bill, billed, vendorInvoiceNumber, billDate } : bill;
