/** Steps on a bill, and bills that follow their receipts (domain-rules §5, §6). */
import { describe, expect, test } from 'vitest';
import { cents, unitPrice } from '../money.ts';
import type { OrderCommand } from '../purchasing/commands.ts';
import { decideOrder } from '../purchasing/decide.ts';
import { context, IN_STATUS, receiving, SHELF, units, yes } from '../purchasing/order.fixture.ts';
import { day } from '../time.ts';
import { averageOf, poolOf } from './average-cost.ts';
import { billLine, billsOf, ids, matching, paper, RECEIVED, STAMP } from './bill.fixture.ts';
import type { Bill } from './bill.ts';
import { type BillCommand, billStatus, decideBill, verdictOn } from './decide.ts';
import { owedOf, payableOf, reversed, totalOf } from './figures.ts';

const [fresh] = billsOf(RECEIVED) as [Bill];
const match = matching(RECEIVED, [fresh]);
const step = (bill: Bill, command: BillCommand) => yes(decideBill(bill, command, match, STAMP));
const code = (bill: Bill, command: BillCommand) => {
  const decided = decideBill(bill, command, match, STAMP);
  return decided.ok ? null : decided.refusal.code;
};
const dear = paper([
  billLine(11, units(2), unitPrice(510_000)),
  billLine(12, units(1), unitPrice(1_000_000)),
]);
const cheaper = paper([
  billLine(11, units(2), unitPrice(400_000)),
  billLine(12, units(1), unitPrice(1_000_000)),
]);
const judge = (verdict: 'accept' | 'dispute' | 'credit'): BillCommand => ({
  type: 'judge',
  key: 'price:11',
  cents: cents(200),
  verdict,
  memo: 'New list',
});
const receivingOne = receiving([
  { id: 301, lineId: 11, inventoryLocationId: SHELF, quantity: units(1), serials: [] },
]);
const ordered = (so: typeof RECEIVED, command: OrderCommand) =>
  yes(decideOrder(so, command, context({ serialAt: () => SHELF })));

describe('a receipt’s bill', () => {
  test('expects what came at the order’s costs, and waits for the vendor’s paper', () => {
    expect(fresh).toMatchObject({ source: 'Receipt', receiptId: 100, vendorInvoiceNumber: 'INV-1' });
    expect(totalOf(fresh.expected)).toBe(200_00);
    expect(billStatus(fresh, match(fresh))).toBe('Unreconciled');
    expect(code(fresh, judge('accept'))).toBe('bill.no_figures');
    expect(code(fresh, { type: 'cancel' })).toBe('bill.of_receipt');
  });

  test('that says the same as the paper is reconciled with one word', () => {
    const agreed = step(fresh, { type: 'agree' });
    expect(agreed).toMatchObject({ reconciled: STAMP, billed: fresh.expected });
    expect(billStatus(agreed, match(agreed))).toBe('Reconciled');
    expect(code(agreed, { type: 'agree' })).toBe('bill.closed');
  });

  test('keeps the vendor’s figures as they were given', () => {
    const entered = step(fresh, { type: 'enter', figures: dear });
    expect(code(entered, { type: 'enter', figures: paper([]) })).toBe('bill.figures_given');
    expect(owedOf(entered)).toEqual(dear);
  });
});

describe('a difference', () => {
  const entered = step(fresh, { type: 'enter', figures: dear });
  test('is open until somebody accepts it or asks for a credit', () => {
    expect(billStatus(entered, match(entered))).toBe('Discrepancy');
    const disputed = step(entered, judge('dispute'));
    expect(billStatus(disputed, match(disputed))).toBe('Discrepancy');
    for (const verdict of ['accept', 'credit'] as const) {
      const said = step(disputed, judge(verdict));
      expect(said).toMatchObject({ reconciled: STAMP });
      expect(said.verdicts.at(-1)).toMatchObject({ key: 'price:11', cents: 200, verdict, memo: 'New list' });
    }
  });
  test('keeps the last word to it, however often somebody changes their mind; the history has the others', () => {
    const often = Array.from({ length: 20 }).reduce<Bill>((so) => step(so, judge('dispute')), entered);
    expect(often.verdicts).toHaveLength(1);
    expect(step(often, judge('accept')).verdicts.map(({ verdict }) => verdict)).toEqual(['accept']);
  });
  test('of another amount than was seen is not judged; what is cheaper is nothing to claim', () => {
    expect(code(entered, { ...judge('accept'), cents: cents(199) } as BillCommand)).toBe(
      'bill.no_such_difference',
    );
    const cheap = step(fresh, { type: 'enter', figures: cheaper });
    const [difference] = match(cheap).differences;
    const claim = { ...judge('credit'), key: difference!.key, cents: difference!.cents } as BillCommand;
    expect(difference!.cents).toBeLessThan(0);
    expect(code(cheap, claim)).toBe('bill.nothing_to_claim');
    expect(step(cheap, { ...claim, verdict: 'accept' } as BillCommand).reconciled).toEqual(STAMP);
  });
  test('that is not there is not judged', () => {
    expect(code(entered, { ...judge('accept'), key: 'tax' } as BillCommand)).toBe('bill.no_such_difference');
  });
  test('accepted for so much is open again when it grows', () => {
    const accepted = {
      ...entered,
      verdicts: [{ ...STAMP, key: 'price:11', cents: cents(199), verdict: 'accept', memo: '' }],
    } as Bill;
    expect(billStatus(accepted, match(accepted))).toBe('Discrepancy');
  });
});

test('a line that is dearer and not all here is owed for what is here at the order’s price, when both are claimed', () => {
  // Two pumps at 50.00 ordered, one of them here; two billed at 55.00.
  const half = ordered(IN_STATUS.Sent, receivingOne);
  const [bill] = billsOf(half) as [Bill];
  const matched = matching(half, [bill]);
  const given = yes(
    decideBill(
      bill,
      { type: 'enter', figures: paper([billLine(11, units(2), unitPrice(550_000))]) },
      matched,
      STAMP,
    ),
  );
  const claimed = matched(given).differences.reduce(
    (so, { key, cents: off }) =>
      yes(decideBill(so, { type: 'judge', key, cents: off, verdict: 'credit', memo: '' }, matched, STAMP)),
    given,
  );
  expect(claimed.reconciled).toEqual(STAMP);
  expect(payableOf(claimed)).toBe(50_00);
});

test('a verdict is for its amount: what was claimed once, accepted at another, and is the first again, is claimed', () => {
  const entered = step(fresh, { type: 'enter', figures: dear });
  const [difference] = match(entered).differences;
  const said = (verdict: 'accept' | 'credit', amount: number) =>
    ({ ...STAMP, key: difference!.key, cents: cents(amount), verdict, memo: '' }) as const;
  const bill: Bill = {
    ...entered,
    verdicts: [said('credit', difference!.cents), said('accept', difference!.cents - 1)],
  };
  expect(verdictOn(bill, difference!)).toBe('credit');
  const agreed = step(bill, { type: 'agree' });
  expect(agreed.claims).toEqual([difference]);
});

describe('a receipt that is corrected', () => {
  const less: OrderCommand = {
    type: 'correctReceipt',
    receiptId: 100,
    changes: {},
    lines: [{ id: 101, inventoryLocationId: SHELF, quantity: units(1), serials: [] }],
  };
  test('cancels its bill and makes a new one, with the paper that was there', () => {
    const entered = step(fresh, { type: 'enter', figures: dear });
    const [old, next] = billsOf(ordered(RECEIVED, less), [entered], ids());
    expect(old).toMatchObject({ id: fresh.id, canceled: STAMP, replacedById: next!.id, billed: dear });
    expect(next).toMatchObject({ canceled: null, billed: dear });
    expect(totalOf(next!.expected)).toBe(150_00);
  });
  test('credits a reconciled one to the cent, and the average is what it was', () => {
    const agreed = step(fresh, { type: 'agree' });
    let next = 600;
    const bills = billsOf(ordered(RECEIVED, less), [agreed], () => next++);
    expect(bills).toHaveLength(3);
    const credit = bills.find(({ kind }) => kind === 'Credit')!;
    expect(credit).toMatchObject({ creditOfId: fresh.id, reconciled: STAMP, source: 'Correction' });
    expect(totalOf(owedOf(credit))).toBe(-200_00);
    expect(poolOf(70, [agreed], RECEIVED.lines)).toEqual({ valueCents: 100_00, quantity: units(2) });
    expect(poolOf(70, bills, RECEIVED.lines)).toEqual({ valueCents: 0, quantity: 0 });
  });
  test('tells its number and day to the bill that waits for its paper, and to no other', () => {
    const changes = { vendorInvoiceNumber: 'HS-9', receivedOn: day('2026-11-19') };
    const told = ordered(RECEIVED, { type: 'correctReceipt', receiptId: 100, changes, lines: [] });
    expect(billsOf(told, [fresh])).toEqual([
      { ...fresh, vendorInvoiceNumber: 'HS-9', billDate: '2026-11-19' },
    ]);
    const agreed = step(fresh, { type: 'agree' });
    expect(billsOf(told, [agreed])).toEqual([agreed]);
  });
  test('canceled leaves no bill standing', () => {
    const canceled = ordered(RECEIVED, { type: 'cancelReceipt', receiptId: 100 });
    expect(billsOf(canceled, [fresh])).toEqual([{ ...fresh, canceled: STAMP, replacedById: null }]);
  });
  test('a step that changes nothing of it leaves the bill alone', () => {
    const memo = ordered(RECEIVED, { type: 'edit', changes: { memo: 'x' } });
    expect(billsOf(memo, [fresh])).toEqual([fresh]);
  });
});

test('a cost changed on the way changes what is expected of bills that are not reconciled, and credits those that are', () => {
  const { PartiallyReceived: partly } = IN_STATUS;
  const [bill] = billsOf(partly) as [Bill];
  const dearer = ordered(partly, {
    type: 'edit',
    changes: {},
    change: [{ id: 11, changes: { cost: unitPrice(520_000) } }],
  });
  const [old, next] = billsOf(dearer, [bill]);
  expect([old!.canceled, totalOf(next!.expected)]).toEqual([STAMP, 52_00]);
});

test('a reversal reversed is what it was', () => {
  const figures = paper(dear.lines, { taxCents: cents(5), freightCents: cents(7) });
  expect(reversed(reversed(figures))).toEqual(figures);
  expect(totalOf(reversed(figures))).toBe(-totalOf(figures));
});

test('the average is value by quantity, freight in it by value, to the nearest 1/10,000', () => {
  const bill = step(
    { ...fresh, expected: { ...fresh.expected, freightCents: cents(1) } },
    {
      type: 'enter',
      figures: paper(
        [billLine(11, units(2), unitPrice(500_000)), billLine(12, units(1), unitPrice(1_000_000))],
        { freightCents: cents(1) },
      ),
    },
  );
  const [pump, water] = [70, 71].map((skuId) => poolOf(skuId, [bill], RECEIVED.lines));
  expect(pump!.valueCents + water!.valueCents).toBe(200_01);
  expect(averageOf({ valueCents: cents(100_00), quantity: units(3) })).toBe(333_333);
  expect(averageOf({ valueCents: cents(0), quantity: units(0) })).toBeNull();
});
