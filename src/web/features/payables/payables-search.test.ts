import { expect, test } from 'vitest';
import type { PayeeDue } from '#contract/payable.ts';
import { narrowed, payeeIn, searchIn } from './payables-search.ts';
import { sumsOf } from './payables-sums.ts';

const payee = (vendorName: string, buckets: number[], more: Partial<PayeeDue> = {}): PayeeDue => ({
  vendorId: 40,
  vendorName,
  currency: 'USD',
  openCents: buckets.reduce((sum, one) => sum + one, 0),
  creditCents: 0,
  overdueCents: 0,
  buckets,
  oldestDue: null,
  billCount: 1,
  ...more,
});
const HERON = payee('Heron Supply', [100, 0, 0, 0, 50], { oldestDue: '2026-06-01' as never });
const OSPREY = payee('Osprey', [0, 70, 0, 0, 0], { creditCents: -30 });
const EGRET = payee('Egret', [10, 0, 0, 0, 0], { currency: 'CAD' });
const ALL = [HERON, OSPREY, EGRET];

test.each([
  [{ q: 'supply her' }, [HERON]],
  [{ due: 'to-30,over-90' }, [HERON, OSPREY]],
  [{ credits: 'yes' }, [OSPREY]],
  [{ currency: 'CAD' }, [EGRET]],
  [{ due: 'long-ago', q: '' }, ALL],
])('an address %j leaves', (address, left) => {
  expect(narrowed(ALL, searchIn(address))).toEqual(left);
});

test.each([
  ['40-USD', { vendorId: 40, currency: 'USD' }],
  ['40', null],
  ['0-USD', null],
  ['40-usd', null],
  [undefined, null],
])('of whom the bills are open: %s', (pay, payee) => {
  expect(payeeIn(pay)).toEqual(payee);
});

test('each currency is added up by itself', () => {
  expect(sumsOf(ALL)).toMatchObject([
    { currency: 'CAD', vendorName: '1 payee', openCents: 10 },
    {
      currency: 'USD',
      vendorName: '2 payees',
      openCents: 220,
      creditCents: -30,
      buckets: [100, 70, 0, 0, 50],
      oldestDue: '2026-06-01',
      billCount: 2,
    },
  ]);
});
