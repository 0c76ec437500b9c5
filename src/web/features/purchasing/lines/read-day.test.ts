import { expect, test } from 'vitest';
import { day } from '#domain/time.ts';
import { readDay } from './read-day.ts';

const today = day('2026-11-23');

test.each([
  ['2026-12-01', '2026-12-01'],
  ['12/1', '2026-12-01'],
  ['11/23', '2026-11-23'],
  ['11/22', '2027-11-22'],
  ['1/5/27', '2027-01-05'],
  ['1/5/2027', '2027-01-05'],
  ['+10', '2026-12-03'],
  [' ', ''],
  ['2026-02-30', null],
  ['13/1', null],
  ['soon', null],
])('a day typed as %j is %j: without a year it is the next such day', (typed, read) => {
  expect(readDay(typed, today)).toBe(read);
});
