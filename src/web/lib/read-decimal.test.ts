import { expect, test } from 'vitest';
import { readCost, readPrice, readUnits } from './read-decimal.ts';

test.each([
  ['84.10', 841_000],
  ['0.8725', 8_725],
  ['$1,250', 12_500_000],
  ['', 0],
  ['0.87251', Number.NaN],
  ['1,5', Number.NaN],
  ['a lot', Number.NaN],
  ['-3', Number.NaN],
])('a cost of “%s” is %d', (typed, cost) => {
  expect(readCost(typed)).toBe(cost);
});

test.each([
  ['2.5', 25_000],
  ['0', 0],
  ['', Number.NaN],
  ['-1', Number.NaN],
])('“%s” units are %d: nothing typed is not none', (typed, units) => {
  expect(readUnits(typed)).toBe(units);
});

test.each([
  ['$0.8725', 8_725],
  ['0', 0],
  ['', Number.NaN],
  ['a lot', Number.NaN],
])('a price of “%s” is %d: nothing typed is no price', (typed, price) => {
  expect(readPrice(typed)).toBe(price);
});
