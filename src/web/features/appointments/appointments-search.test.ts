import { expect, it } from 'vitest';
import { day } from '#domain/time.ts';
import { isFiltered } from '../../parts/list-search.ts';
import { filtersOf } from './appointments-search.ts';

const boston = 'America/New_York';
const today = day('2026-11-21');

it('without a day the list begins with today and goes on', () => {
  const { from, to } = filtersOf({}, boston, today);
  expect([from, to]).toEqual(['2026-11-21T05:00:00.000Z', undefined]);
});

it('a range of days reaches from midnight to midnight of the person’s zone', () => {
  const { from, to } = filtersOf({ day: day('2026-11-01'), until: day('2026-11-02') }, boston, today);
  expect([from, to]).toEqual(['2026-11-01T04:00:00.000Z', '2026-11-03T05:00:00.000Z']);
});

it('an order or a choice of columns is no filter, a technician or “nobody” is', () => {
  expect(isFiltered({ sort: '-when', hide: ['unit'] })).toBe(false);
  expect(isFiltered({ technician: 'none' })).toBe(true);
});
