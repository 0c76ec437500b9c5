import { expect, test } from 'vitest';
import { ask, HVAC, PLUMBING, rule } from './capacity.fixture.ts';
import { allowanceFor, reservedFor } from './rules.ts';

const morning = { startMinute: 480 };

test('without a rule nothing is held back and nothing overbooked', () => {
  expect(allowanceFor([], ask(), morning)).toEqual({ reservePercent: 0, overbookPercent: 0 });
});

test.each([
  ['another business unit', rule({ businessUnitId: PLUMBING })],
  ['another job type', rule({ jobTypeId: 12 })],
  ['another priority', rule({ priority: 'Urgent' })],
  ['another time of day', rule({ startMinute: 600, endMinute: 720 })],
  ['nobody any more', rule({ active: false })],
])('a rule for %s does not count', (_, one) => {
  expect(allowanceFor([{ ...one, reservePercent: 50 }], ask(), morning).reservePercent).toBe(0);
});

test('the most specific rule decides alone: priority before job type before time before unit', () => {
  const rules = [
    rule({ reservePercent: 1 }),
    rule({ reservePercent: 2, businessUnitId: HVAC }),
    rule({ reservePercent: 3, startMinute: 480, endMinute: 600 }),
    rule({ reservePercent: 4, jobTypeId: 11 }),
    rule({ reservePercent: 5, priority: 'Normal' }),
  ];
  for (const [at, one] of rules.entries()) {
    expect(allowanceFor(rules.slice(0, at + 1).reverse(), ask(), morning)).toMatchObject({
      reservePercent: one.reservePercent,
    });
  }
});

test('of two rules for the same bookings the more careful decides', () => {
  const rules = [rule({ reservePercent: 10, overbookPercent: 30 }), rule({ reservePercent: 20 })];
  expect(allowanceFor(rules, ask(), morning)).toMatchObject({ reservePercent: 20, overbookPercent: 0 });
});

test('the reserve is kept for those from whom less is held back', () => {
  const rules = [rule({ reservePercent: 30 }), rule({ priority: 'Urgent' })];
  expect(reservedFor(rules, ask(), morning)).toEqual(['Urgent']);
  expect(reservedFor(rules, ask({ priority: 'Urgent' }), morning)).toEqual([]);
});
