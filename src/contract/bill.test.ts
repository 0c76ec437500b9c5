/** What a paper may say: nothing that could not be added up (attack of 2026-11-23). */
import { expect, test } from 'vitest';
import { averageOf } from '#domain/bills/average-cost.ts';
import { cents, quantity } from '#domain/money.ts';
import { enterBill } from './bill.ts';

const paper = (count: number, amountCents: number) =>
  enterBill.safeParse({
    lines: [{ lineId: null, description: 'Pump', quantity: count, cost: 0, amountCents }],
  }).success;

test.each([
  ['a hundred million for one', 10_000, 10_000_000_000, true],
  ['a cent more', 10_000, 10_000_000_001, false],
  ['the same for a ten-thousandth of one', 1, 1_000_001, false],
  ['of none of it, any amount', 0, 500_000, true],
] as const)('%s', (_, count, amountCents, isTaken) => {
  expect(paper(count, amountCents)).toBe(isTaken);
});

test('an average nobody could write down is none, and no fault', () => {
  expect(averageOf({ valueCents: cents(9_000_000_000_000_000), quantity: quantity(1) })).toBeNull();
});
