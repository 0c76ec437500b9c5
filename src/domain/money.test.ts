import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addCents,
  allocate,
  type Cents,
  cents,
  centsFromDecimal,
  decimalOfCents,
  decimalOfQuantity,
  decimalOfRate,
  decimalOfUnitPrice,
  formatCents,
  formatQuantity,
  formatUnitPrice,
  lineTotal,
  negateCents,
  quantity,
  quantityFromDecimal,
  rate,
  rateFromDecimal,
  subtractCents,
  sumCents,
  taxOf,
  unitPrice,
  unitPriceFromDecimal,
} from './money.ts';

const TRILLION = 1_000_000_000_000;
const amounts = fc.integer({ min: -TRILLION, max: TRILLION }).map(cents);

describe('amounts', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is not an amount of cents', (value) =>
    expect(() => cents(value)).toThrow(RangeError),
  );

  test('nothing is nothing, never minus nothing', () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
    expect(formatCents(negateCents(cents(0)))).toBe('0.00');
  });

  test.each([
    ['12.30', 1230],
    ['12.3', 1230],
    ['12', 1200],
    ['-0.01', -1],
    ['+5', 500],
    [' 7.10 ', 710],
    ['1.2300', 123],
    ['10000000000.00', TRILLION],
    ['0.07', 7],
    ['1.005000', undefined],
  ])('"%s" reads as %s cents', (text, expected) => {
    if (expected === undefined) expect(() => centsFromDecimal(text)).toThrow(RangeError);
    else expect(centsFromDecimal(text)).toBe(expected);
  });

  test.each(['', '.5', '5.', '1,000.00', '1e3', '$5', '--1', '0x10', '1.001', '99999999999999999'])(
    '"%s" is refused rather than guessed',
    (text) => expect(() => centsFromDecimal(text)).toThrow(RangeError),
  );

  test('what is written for a wire reads back as the same amount', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(centsFromDecimal(decimalOfCents(amount))).toBe(amount);
      }),
    );
  });

  test('thousands are grouped for reading', () => {
    expect(formatCents(cents(123_456_789))).toBe('1,234,567.89');
    expect(formatCents(cents(-5))).toBe('-0.05');
    expect(formatCents(cents(100_000))).toBe('1,000.00');
    expect(formatCents(cents(99_999))).toBe('999.99');
    expect(formatUnitPrice(unitPrice(12_345_678))).toBe('1,234.5678');
    expect(formatUnitPrice(unitPrice(-375))).toBe('-0.0375');
    expect(formatQuantity(quantity(12_000_000))).toBe('1,200');
    expect(formatQuantity(quantity(12_345_000))).toBe('1,234.5');
  });

  test('adding and taking away again changes nothing', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subtractCents(addCents(a, b), b)).toBe(a);
        expect(sumCents([a, b, negateCents(a)])).toBe(b);
      }),
    );
    expect(sumCents([])).toBe(0);
  });
});

describe('unit prices, quantities and rates', () => {
  test('keep four places, rates six', () => {
    expect(unitPriceFromDecimal('0.0375')).toBe(375);
    expect(quantityFromDecimal('2.5')).toBe(25_000);
    expect(rateFromDecimal('0.0825')).toBe(82_500);
    expect(() => unitPriceFromDecimal('0.00001')).toThrow(RangeError);
    expect(() => rateFromDecimal('0.0000001')).toThrow(RangeError);
  });

  test('are written with the places they need', () => {
    expect(decimalOfUnitPrice(unitPrice(15_000))).toBe('1.50');
    expect(decimalOfUnitPrice(unitPrice(375))).toBe('0.0375');
    expect(decimalOfQuantity(quantity(20_000))).toBe('2');
    expect(decimalOfQuantity(quantity(-25_000))).toBe('-2.5');
    expect(decimalOfRate(rate(82_500))).toBe('0.0825');
  });
});

describe('line totals and tax', () => {
  test('three hours at 33.335 round half away from zero, in both directions', () => {
    expect(lineTotal(quantity(30_000), unitPrice(333_350))).toBe(10_001);
    expect(lineTotal(quantity(-30_000), unitPrice(333_350))).toBe(-10_001);
  });

  test('8.25 % of 10.00 is 0.83', () => {
    expect(taxOf(cents(1000), rate(82_500))).toBe(83);
    expect(taxOf(cents(-1000), rate(82_500))).toBe(-83);
  });

  test('ten billion taxed at 8.875 % is exact to the cent', () => {
    expect(taxOf(cents(999_999_999_999), rate(88_750))).toBe(88_750_000_000);
    expect(taxOf(cents(TRILLION), rate(1_000_000))).toBe(TRILLION);
  });

  test('a reversed line nets to nothing with its original', () => {
    const counts = fc.integer({ min: -1e9, max: 1e9 }).map(quantity);
    const prices = fc.integer({ min: 0, max: 1e9 }).map(unitPrice);
    const rates = fc.integer({ min: 0, max: 1e6 }).map(rate);
    fc.assert(
      fc.property(counts, prices, rates, (count, price, at) => {
        const total = lineTotal(count, price);
        const reversed = lineTotal(quantity(-count), price);
        expect(addCents(total, reversed)).toBe(0);
        expect(addCents(taxOf(total, at), taxOf(reversed, at))).toBe(0);
        // never further than half a cent from the exact product
        const error = BigInt(total) * 1_000_000n - BigInt(count) * BigInt(price);
        expect(error >= -500_000n && error <= 500_000n).toBe(true);
      }),
    );
  });
});

describe('splitting a total', () => {
  test('100.00 among three leaves the odd cent with the first', () => {
    expect(allocate(cents(10_000), [1, 1, 1])).toEqual([3334, 3333, 3333]);
    expect(allocate(cents(-10_000), [1, 1, 1])).toEqual([-3334, -3333, -3333]);
  });

  test('the largest remainder gets the cent', () => {
    expect(allocate(cents(100), [1, 2, 3])).toEqual([17, 33, 50]);
    expect(allocate(cents(10), [0, 1])).toEqual([0, 10]);
  });

  test('weights that are all zero split evenly; no weights, a negative or a broken one are refused', () => {
    expect(allocate(cents(5), [0, 0])).toEqual([3, 2]);
    expect(() => allocate(cents(5), [])).toThrow(RangeError);
    expect(() => allocate(cents(5), [1, -1])).toThrow(RangeError);
    expect(() => allocate(cents(5), [0.5])).toThrow(RangeError);
  });

  test('the parts always add up, and none is more than a cent from its exact share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: TRILLION }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(amounts, weights, (total, given) => {
        const parts = allocate(total, given);
        expect(sumCents(parts)).toBe(total);
        const sum = given.reduce((a, b) => a + BigInt(b), 0n);
        if (sum === 0n) return;
        parts.forEach((part: Cents, index) => {
          const error = BigInt(part) * sum - BigInt(total) * BigInt(given[index]!);
          expect(error > -sum && error < sum).toBe(true);
        });
      }),
    );
  });
});
