import { describe, expect, test } from 'vitest';
import type { Delivery } from '#contract/spend.ts';
import { day } from '#domain/time.ts';
import { byDay, spanOf, stepped } from './delivery-days.ts';

const SUNDAY = 0;
const delivery = (on: string, isOverdue: boolean) => ({ day: day(on), isOverdue }) as Delivery;

describe('the calendar of deliveries', () => {
  test.each([
    ['week', '2026-11-25', ['2026-11-22', '2026-11-28']],
    ['month', '2026-11-25', ['2026-11-01', '2026-11-30']],
    ['month', '2027-02-10', ['2027-02-01', '2027-02-28']],
    ['month', '2028-02-01', ['2028-02-01', '2028-02-29']],
    ['month', '2026-12-31', ['2026-12-01', '2026-12-31']],
  ] as const)('the %s of %s', (view, on, span) => {
    expect(spanOf({ span: view }, day(on), SUNDAY)).toEqual(span);
  });

  test.each([
    ['month', '2027-01-31', 1, '2027-02-01'],
    ['month', '2027-03-31', -1, '2027-02-01'],
    ['week', '2026-11-25', 1, '2026-11-29'],
    ['week', '2026-11-25', -1, '2026-11-15'],
  ] as const)('the %s beside that of %s', (view, on, by, to) => {
    expect(stepped({ span: view }, day(on), SUNDAY, by)).toBe(to);
  });

  test('what is overdue stands first and once, whatever its day; days without a delivery are there', () => {
    const items = [delivery('2026-10-01', true), delivery('2026-11-23', true), delivery('2026-11-24', false)];
    const { overdue, days } = byDay(items, [day('2026-11-22'), day('2026-11-24')]);
    expect(overdue.map((one) => one.day)).toEqual(['2026-10-01', '2026-11-23']);
    expect(days.map((one) => [one.day, one.deliveries.length])).toEqual([
      ['2026-11-22', 0],
      ['2026-11-23', 0],
      ['2026-11-24', 1],
    ]);
  });
});
