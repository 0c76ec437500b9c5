/** Bills for the tests: an order of two pumps and a heater, all of it received with one receipt. */
import { cents, lineTotal, type Quantity, quantity, rate, type UnitPrice } from '../money.ts';
import { IN_STATUS, now } from '../purchasing/order.fixture.ts';
import type { OrderCard } from '../purchasing/purchase-order.ts';
import type { Bill, BillLine, Figures } from './bill.ts';
import { billsAfter } from './follow.ts';
import { matchBill } from './match.ts';

export const STAMP = { by: 903, at: now };
export const NO_TOLERANCE = { overReceipt: rate(0), price: rate(0) };

/** Ids from 500 on. */
export function ids(): () => number {
  let next = 500;
  return () => next++;
}

export const billsOf = (card: OrderCard, bills: readonly Bill[] = [], newId = ids()): readonly Bill[] =>
  billsAfter(bills, card, { stamp: STAMP, newId });

export const billLine = (lineId: number | null, count: Quantity, cost: UnitPrice): BillLine => ({
  lineId,
  description: '',
  quantity: quantity(count),
  cost,
  amountCents: lineTotal(count, cost),
});

export const paper = (lines: readonly BillLine[], changes: Partial<Figures> = {}): Figures => ({
  lines,
  taxCents: cents(0),
  freightCents: cents(0),
  ...changes,
});

export const matching =
  (card: OrderCard, bills: readonly Bill[], tolerances = NO_TOLERANCE) =>
  (bill: Bill) =>
    matchBill(bill, card, bills, tolerances);

export const RECEIVED = IN_STATUS.Received;
