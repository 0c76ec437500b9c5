import { expect, test } from 'vitest';
import { day } from '#domain/time.ts';
import { firstWeekday, weekdaysFrom, weekOf } from './week.ts';

test.each([
  ['en-US', 0],
  ['en-GB', 1],
  ['de', 1],
  ['ar-EG', 6],
  ['no language at all', 1],
])('in %s the week begins on weekday %i', (locale, first) => {
  expect(firstWeekday(locale)).toBe(first);
});

test('the weekdays stand in the order of the week', () => {
  expect(weekdaysFrom(1)).toEqual([1, 2, 3, 4, 5, 6, 0]);
});

test('a Sunday is the first day of an American week and the last of a German one', () => {
  const sunday = day('2026-11-22');
  expect(weekOf(sunday, 0)).toEqual(['2026-11-22', '2026-11-28']);
  expect(weekOf(sunday, 1)).toEqual(['2026-11-16', '2026-11-22']);
});

test('the week of a night the clocks change has seven days like every other', () => {
  expect(weekOf(day('2026-03-08'), 1)).toEqual(['2026-03-02', '2026-03-08']);
  expect(weekOf(day('2026-11-01'), 0)).toEqual(['2026-11-01', '2026-11-07']);
});
