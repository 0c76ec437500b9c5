import { expect, test } from 'vitest';
import { cents, rate } from './money.ts';
import { dueDate, earlyDiscount } from './payment-term.ts';
import { day } from './time.ts';

const due = (on: string, dueBy: 'Days' | 'DayOfThisMonth' | 'DayOfNextMonth', n: number) =>
  dueDate(day(on), {
    dueBy,
    dueInDays: dueBy === 'Days' ? n : 0,
    dueDay: dueBy === 'Days' ? null : n,
  });

test('a term of days is due so many days later, across months and years; no term on receipt', () => {
  expect(due('2026-12-15', 'Days', 30)).toBe('2027-01-14');
  expect(due('2028-02-15', 'Days', 15)).toBe('2028-03-01');
  expect(due('2026-11-23', 'Days', 0)).toBe('2026-11-23');
  expect(dueDate(day('2026-11-23'), null)).toBe('2026-11-23');
});

test('a day of this month that is still to come is meant, one that is over comes again next month', () => {
  expect(due('2026-11-14', 'DayOfThisMonth', 15)).toBe('2026-11-15');
  expect(due('2026-11-15', 'DayOfThisMonth', 15)).toBe('2026-11-15');
  expect(due('2026-11-16', 'DayOfThisMonth', 15)).toBe('2026-12-15');
  expect(due('2026-12-31', 'DayOfThisMonth', 1)).toBe('2027-01-01');
});

test('a day of next month is of the next one whatever the day; a month without it is due on its last', () => {
  expect(due('2026-11-01', 'DayOfNextMonth', 15)).toBe('2026-12-15');
  expect(due('2026-12-31', 'DayOfNextMonth', 10)).toBe('2027-01-10');
  expect(due('2027-01-30', 'DayOfNextMonth', 31)).toBe('2027-02-28');
  expect(due('2028-01-30', 'DayOfNextMonth', 31)).toBe('2028-02-29');
  expect(due('2026-11-05', 'DayOfThisMonth', 31)).toBe('2026-11-30');
});

test('who pays early pays less until a day, to the cent; a credit and a term without discount give nothing', () => {
  const on = day('2026-11-23');
  const twoInTen = { discountRate: rate(20_000), discountDays: 10 };
  expect(earlyDiscount(on, twoInTen, cents(10_025))).toEqual({ until: '2026-12-03', cents: 201 });
  expect(earlyDiscount(on, { ...twoInTen, discountDays: 0 }, cents(10_000))).toEqual({
    until: on,
    cents: 200,
  });
  expect(earlyDiscount(on, twoInTen, cents(-10_000))).toBeNull();
  expect(earlyDiscount(on, { discountRate: rate(0), discountDays: 10 }, cents(10_000))).toBeNull();
});
