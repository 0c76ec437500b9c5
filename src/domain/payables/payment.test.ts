/** Paying vendors (domain-rules §6). */
import { describe, expect, test } from 'vitest';
import { cents } from '../money.ts';
import { day, instant } from '../time.ts';
import { allDueBy, bucketEnds } from './due.ts';
import {
  cancelPayment,
  decidePayment,
  nextCheckNumber,
  openOf,
  type Payable,
  paymentStatus,
} from './payment.ts';

const STAMP = { by: 903, at: instant('2026-11-21T15:00:00Z') };
const TODAY = day('2026-11-21');
const bill = (changes: Partial<Payable> = {}): Payable => ({
  id: 1,
  number: 1001,
  remitToVendorId: 40,
  status: 'Reconciled',
  currency: 'USD',
  payableCents: cents(1000),
  paidCents: cents(0),
  ...changes,
});
const pay = (bills: readonly Payable[], amounts: readonly number[], changes: object = {}) =>
  decidePayment(
    {
      id: 9,
      payeeVendorId: 40,
      paidOn: TODAY,
      method: 'Check',
      reference: '1042',
      memo: '',
      currency: 'USD',
      lines: bills.map(({ id }, at) => ({ billId: id, cents: cents(amounts[at]!) })),
      made: STAMP,
      ...changes,
    },
    bills,
    TODAY,
  );
const code = (decision: ReturnType<typeof pay>) => (decision.ok ? null : decision.refusal.code);

describe('a payment', () => {
  test.each([
    ['whole', [1000], null],
    ['in part', [400], null],
    ['more than is open', [1001], 'apPayment.too_much'],
    ['nothing of a bill', [0], 'apPayment.too_much'],
    ['the wrong way round', [-5], 'apPayment.too_much'],
  ] as const)('%s', (_, amounts, refused) => {
    expect(code(pay([bill()], amounts))).toBe(refused);
  });

  test.each([
    [{ status: 'Unreconciled' }, {}, 'apPayment.not_payable'],
    [{ status: 'Discrepancy' }, {}, 'apPayment.not_payable'],
    [{ status: 'Canceled' }, {}, 'apPayment.not_payable'],
    [{ remitToVendorId: 41 }, {}, 'apPayment.other_payee'],
    [{ currency: 'CAD' }, {}, 'apPayment.other_currency'],
    [{}, { paidOn: day('2026-11-22') }, 'apPayment.in_future'],
    [{}, { lines: [] }, 'apPayment.nothing'],
  ] as const)('of %j with %j is refused: %s', (changes, given, refused) => {
    expect(code(pay([bill(changes)], [100], given))).toBe(refused);
  });

  test('applies credits up to what it pays', () => {
    const credit = bill({ id: 2, payableCents: cents(-300) });
    const paid = pay([bill(), credit], [1000, -300]);
    expect(paid.ok && paid.value.payment.amountCents).toBe(700);
    expect(paid.ok && paid.value.bills.map(openOf)).toEqual([0, 0]);
    expect(code(pay([bill(), credit], [200, -300]))).toBe('apPayment.below_none');
    expect(code(pay([bill(), credit], [1000, -301]))).toBe('apPayment.too_much');
  });

  test('that is taken back leaves its bills as they were, once', () => {
    const before = [bill({ paidCents: cents(50) }), bill({ id: 2, payableCents: cents(-300) })];
    const paid = pay(before, [950, -300]);
    if (!paid.ok) throw new Error(paid.refusal.code);
    const back = cancelPayment(paid.value.payment, paid.value.bills, STAMP, 'Bounced');
    if (!back.ok) throw new Error(back.refusal.code);
    expect(back.value.bills).toEqual(before);
    expect(paymentStatus(back.value.payment)).toBe('Cancelled');
    const again = cancelPayment(back.value.payment, before, STAMP, '');
    expect(again.ok ? null : again.refusal.code).toBe('apPayment.canceled');
  });
});

test.each([
  ['1042', '1043'],
  ['0099', '0100'],
  ['999', '1000'],
  ['', null],
  ['WIRE-7', null],
])('after check %j comes %j', (last, next) => {
  expect(nextCheckNumber(last)).toBe(next);
});

describe('what is due', () => {
  test.each([
    ['2026-11-21', 0],
    ['2026-11-20', 1],
    ['2026-10-22', 1],
    ['2026-10-21', 2],
    ['2026-09-21', 3],
    ['2026-08-23', 3],
    ['2026-08-22', 4],
  ])('%s is in bucket %i', (due, bucket) => {
    expect(bucketEnds(TODAY).filter((last) => due <= last)).toHaveLength(bucket);
  });

  test('all that is due by a day is paid whole, with the credits as far as they are needed', () => {
    const open = [
      { id: 1, dueDate: day('2026-11-01'), cents: cents(500) },
      { id: 2, dueDate: TODAY, cents: cents(300) },
      { id: 3, dueDate: day('2026-11-22'), cents: cents(900) },
      { id: 4, dueDate: day('2026-12-24'), cents: cents(-600) },
    ];
    expect(allDueBy(open, TODAY)).toEqual([
      { id: 4, cents: -600 },
      { id: 1, cents: 500 },
      { id: 2, cents: 300 },
    ]);
    expect(allDueBy(open, day('2026-11-01'))).toEqual([
      { id: 4, cents: -500 },
      { id: 1, cents: 500 },
    ]);
    expect(allDueBy(open, day('2026-10-31'))).toEqual([]);
  });
});
