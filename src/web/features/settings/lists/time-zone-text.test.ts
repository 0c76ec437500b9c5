import { expect, test } from 'vitest';
import { cityOf, readTimeZone } from './time-zone-text.ts';

test.each([
  ['America/New_York', 'America/New_York'],
  ['america/new_york ', 'America/New_York'],
  ['new york', 'America/New_York'],
  ['Chicago', 'America/Chicago'],
  ['UTC', 'UTC'],
  ['Mars/Base', undefined],
  ['', undefined],
])('the time zone “%s” is taken as %s', (typed, zone) => {
  expect(readTimeZone(typed)).toBe(zone);
});

test('a zone is called by its city', () => {
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
});
