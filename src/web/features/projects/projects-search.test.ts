import { expect, test } from 'vitest';
import { day } from '#domain/time.ts';
import { isFiltered } from '../../parts/list-search.ts';
import { filtersOf, managerIn } from './projects-search.ts';

test('one day is asked for from that day to the same', () => {
  const starts = day('2026-11-21');
  expect(filtersOf({ starts })).toMatchObject({ startsFrom: starts, startsTo: starts });
  expect(filtersOf({ completed: starts, completedUntil: day('2026-11-01') })).toMatchObject({
    completedFrom: starts,
    completedTo: starts,
  });
});

test('a manager is a person of the office or a technician', () => {
  expect(filtersOf({ manager: 'u4' })).toMatchObject({ managerUserId: 4, managerTechnicianId: undefined });
  expect(filtersOf({ manager: 't7' })).toMatchObject({ managerUserId: undefined, managerTechnicianId: 7 });
  expect(['x4', 'u', 'u0', 4].map(managerIn)).toEqual([undefined, undefined, undefined, undefined]);
});

test('the order and the columns are no filter', () => {
  expect(isFiltered({ sort: 'name', hide: ['type'] })).toBe(false);
  expect(isFiltered({ q: 'attic' })).toBe(true);
});
