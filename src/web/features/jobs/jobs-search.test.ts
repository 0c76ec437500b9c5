import { expect, it } from 'vitest';
import { day } from '#domain/time.ts';
import { isFiltered, sortOf, sortText } from '../../parts/list-search.ts';
import { filtersOf } from './jobs-search.ts';

const boston = 'America/New_York';

it('a day is asked for from midnight to midnight of the company’s zone', () => {
  expect(filtersOf({ day: day('2026-11-20') }, boston)).toMatchObject({
    from: '2026-11-20T05:00:00.000Z',
    to: '2026-11-21T05:00:00.000Z',
    completedFrom: undefined,
  });
});

it('a range takes in its last day, also when the clocks change in it', () => {
  expect(
    filtersOf({ completed: day('2026-10-31'), completedUntil: day('2026-11-01') }, boston),
  ).toMatchObject({
    completedFrom: '2026-10-31T04:00:00.000Z',
    completedTo: '2026-11-02T05:00:00.000Z',
  });
});

it('a range that ends before it begins is its first day', () => {
  const one = filtersOf({ day: day('2026-11-20') }, boston);
  expect(filtersOf({ day: day('2026-11-20'), until: day('2026-11-01') }, boston)).toEqual(one);
});

it('the order is no filter', () => {
  expect(isFiltered({ sort: '-when' })).toBe(false);
  expect(isFiltered({ status: ['Hold'] })).toBe(true);
});

it('the order survives the address', () => {
  expect(sortOf('-when')).toEqual({ id: 'when', desc: true });
  expect(sortText(sortOf('customer'))).toBe('customer');
  expect(sortText(null)).toBeUndefined();
});
