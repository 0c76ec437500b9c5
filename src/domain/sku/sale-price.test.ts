import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rate, unitPrice } from '../money.ts';
import { type MarkupRule, marginOf, markedUp, salePriceOf } from './sale-price.ts';

const money = (text: number) => unitPrice(Math.round(text * 10_000));
const step = (costFrom: number, costTo: number | null, percent: number, more = {}): MarkupRule => ({
  id: 1,
  kind: 'Material',
  costFrom: money(costFrom),
  costTo: costTo === null ? null : money(costTo),
  markup: rate(percent * 10_000),
  active: true,
  ...more,
});
const STEPS = [step(0, 10, 200), step(10, 100, 100), step(100, null, 50)];
const sku = (cost: number, more = {}) => ({
  kind: 'Material' as const,
  cost: money(cost),
  price: null,
  ...more,
});

test.each([
  ['below a step’s end', 9.99, 29.97],
  ['on the boundary the next step holds', 10, 20],
  ['on the last boundary', 100, 150],
  ['whatever it costs', 5000, 7500],
  ['half a cent is rounded up', 0.015, 0.05],
])('%s', (_, cost, price) => {
  expect(salePriceOf(sku(cost), STEPS)).toBe(money(price));
});

test('its own price goes before every rule, and a price of nothing is one', () => {
  expect(salePriceOf(sku(10, { price: money(12) }), STEPS)).toBe(money(12));
  expect(salePriceOf(sku(10, { price: money(0) }), STEPS)).toBe(0);
});

test('without a rule for it nobody has said what it is sold for', () => {
  expect(salePriceOf(sku(10), [])).toBeNull();
  expect(salePriceOf(sku(10, { kind: 'Service' }), STEPS)).toBeNull();
  expect(salePriceOf(sku(10, { kind: 'Equipment' }), STEPS)).toBeNull();
  expect(salePriceOf(sku(10), [step(20, 30, 50), step(0, 10, 50)])).toBeNull();
  expect(salePriceOf(sku(10), [step(0, null, 50, { active: false })])).toBeNull();
});

test('what costs nothing is not marked up: nobody knows what it costs', () => {
  expect(salePriceOf(sku(0), STEPS)).toBeNull();
});

test('of steps that overlap the one that begins last holds, of two that begin together the older', () => {
  expect(salePriceOf(sku(50), [step(0, null, 10), step(20, null, 20)])).toBe(money(60));
  const [older, newer] = [step(0, null, 10, { id: 3 }), step(0, null, 20, { id: 4 })];
  expect(salePriceOf(sku(50), [newer, older])).toBe(money(55));
});

test('a markup never sells below the cost by more than the rounding, and is always in whole cents', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 12 }),
      fc.integer({ min: 0, max: 9_990_000 }),
      (cost, markup) => {
        const price = markedUp(unitPrice(cost), rate(markup));
        expect(price % 100).toBe(0);
        const exact = BigInt(cost) * (1_000_000n + BigInt(markup));
        const off = BigInt(price) * 1_000_000n - exact;
        expect(off > -50n * 1_000_000n && off <= 50n * 1_000_000n).toBe(true);
      },
    ),
  );
});

test('a margin is of the price: none of nothing, below none at a loss', () => {
  expect(marginOf({ price: money(20), cost: money(10) })).toBe(500_000);
  expect(marginOf({ price: money(10), cost: money(12) })).toBe(-200_000);
  expect(marginOf({ price: 0, cost: money(12) })).toBeNull();
});
