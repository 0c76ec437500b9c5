import { expect, test } from 'vitest';
import { centsFromDecimal, quantityFromDecimal } from '#domain/money.ts';
import { typedNumber } from './typed-number.ts';

test.each([
  ['', null],
  ['540', 54_000],
  ['84.10', 8_410],
  ['1,250', 125_000],
  ['1,250,000.50', 125_000_050],
  ['1,5', undefined],
  ['12,50', undefined],
  ['-3', undefined],
  ['a lot', undefined],
])('an amount of “%s” is %s cents', (text, cents) => {
  expect(typedNumber(text, centsFromDecimal)).toBe(cents);
});

test('one and a half hours are written with a point', () => {
  expect(typedNumber('1.5', quantityFromDecimal)).toBe(15_000);
  expect(typedNumber('1,5', quantityFromDecimal)).toBeUndefined();
});
