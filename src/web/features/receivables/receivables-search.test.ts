import { expect, test } from 'vitest';
import type { AgeingRow } from '#contract/receivable.ts';
import { filtersOf, isFiltered, openedIn, searchIn, searchOpening } from './receivables-search.ts';
import { sumsOf } from './receivables-sums.ts';

test('an address says as of which day, of whom and by which day; what it cannot mean is left out', () => {
  const search = searchIn({ day: '2026-02-30', of: 'unit', by: 'paid', only: 'noTerm', bu: '3,x,4', q: '' });
  expect(filtersOf(search)).toEqual({
    asOf: undefined,
    of: 'unit',
    by: undefined,
    only: 'noTerm',
    businessUnitIds: [3, 4],
    q: undefined,
  });
  expect(isFiltered(search)).toBe(true);
  expect(isFiltered(searchIn({ day: '2026-02-28', of: 'unit', by: 'invoice' }))).toBe(false);
});

test.each([
  ['40-USD', { customerId: 40, currency: 'USD' }],
  ['0-USD', null],
  ['40-usd', null],
  [undefined, null],
])('whose documents are open: %s', (whose, meant) => {
  expect(openedIn(whose)).toEqual(meant);
});

test('a customer opens below the list, a business unit narrows it to its customers', () => {
  const row = { id: 40, currency: 'USD' };
  expect(searchOpening({ q: 'stone' }, row)).toEqual({ q: 'stone', whose: '40-USD' });
  expect(searchOpening({ of: 'unit', by: 'invoice' }, row)).toEqual({ by: 'invoice', bu: [40] });
});

test('the foot has the sums of the server, each currency by itself', () => {
  const row = (currency: string, oldestDue: string | null): AgeingRow => ({
    id: 1,
    name: 'Ann',
    currency,
    buckets: [1, 0, 0, 0, 0],
    unappliedCents: 0,
    totalCents: 1,
    oldestDue: oldestDue as never,
    documents: 2,
  });
  const sums = { buckets: [7, 0, 0, 0, 0], unappliedCents: -2, totalCents: 5 };
  const part = { count: 0, cents: 0 };
  expect(
    sumsOf(
      [{ currency: 'USD', ...sums, noTerm: part, notPosted: part }],
      [row('USD', '2026-06-02'), row('USD', '2026-06-01'), row('CAD', null)],
      ['customer', 'customers'],
    ),
  ).toEqual([
    { id: 0, name: '2 customers', currency: 'USD', ...sums, oldestDue: '2026-06-01', documents: 4 },
  ]);
});
