/** What goes back to the vendor leaves the average at the average (domain-rules §6). */
import { describe, expect, test } from 'vitest';
import { cents, quantity } from '../money.ts';
import { averageOf, type CostPool, EMPTY_POOL, takenBack, takenOut } from './average-cost.ts';

const PUMP = 70;
const pool = (valueCents: number, count: number): CostPool => ({
  valueCents: cents(valueCents),
  quantity: quantity(count * 10_000),
});
const back = (count: number, more: object = {}) => ({
  skuId: PUMP,
  stocked: true,
  quantity: quantity(count * 10_000),
  ...more,
});
const without = (before: CostPool, ...lines: ReturnType<typeof back>[]): CostPool => {
  const out = takenOut(lines, () => before).get(PUMP) ?? EMPTY_POOL;
  return {
    valueCents: cents(before.valueCents + out.valueCents),
    quantity: quantity(before.quantity + out.quantity),
  };
};

describe('goods that went back', () => {
  test('leave the average as it is, whatever was paid for just those', () => {
    // Two at 50.00 and one at 80.00.
    expect(averageOf(without(pool(180_00, 3), back(1)))).toBe(600_000);
  });
  test.each([
    ['all at once', [back(3)]],
    ['on two lines', [back(1), back(2)]],
    ['more than was ever bought', [back(5)]],
  ])('and leave no value behind where none is left: %s', (_, lines) => {
    expect(without(pool(100_01, 3), ...lines)).toEqual(EMPTY_POOL);
  });
  test('one after the other leave no cent behind', () => {
    const first = without(pool(100_01, 3), back(1));
    expect(without(without(first, back(1)), back(1))).toEqual(EMPTY_POOL);
  });
  test('nothing accepted yet is nothing to take out; what is not in stock takes nothing', () => {
    expect(without(EMPTY_POOL, back(2))).toEqual(EMPTY_POOL);
    expect(without(pool(10_00, 1), back(1, { stocked: false }), back(1, { skuId: null }))).toEqual(
      pool(10_00, 1),
    );
  });
  test('taken back, it is what it was', () => {
    const before = pool(100_01, 3);
    const out = takenOut([back(2)], () => before).get(PUMP)!;
    expect(takenBack(takenBack(out))).toEqual(out);
    expect(out.valueCents + takenBack(out).valueCents).toBe(0);
  });
});
