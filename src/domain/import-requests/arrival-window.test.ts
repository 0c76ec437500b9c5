import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, instant, instantFromMs, localTime, minutesBetween } from '../time.ts';
import { arrivalWindow } from './arrival-window.ts';
import { readTime } from './read-time.ts';

const ZONE = 'America/New_York';
const windowOf = (opened: string) => {
  const read = readTime(opened, ZONE);
  if (read.kind !== 'at') throw new Error(opened);
  const { start, end } = arrivalWindow(read.instant, ZONE);
  return `${dayOf(start, ZONE)} ${localTime(start, ZONE)}–${localTime(end, ZONE)}`;
};

test.each([
  ['2011-07-01 00:00:00', '2011-07-01 08:00–12:00'],
  ['2011-07-01 07:59:59', '2011-07-01 08:00–12:00'],
  ['2011-07-01 08:00:00', '2011-07-01 12:00–16:00'],
  ['2011-07-01 11:59:59', '2011-07-01 12:00–16:00'],
  ['2011-07-01 12:00:00', '2011-07-01 16:00–20:00'],
  ['2011-07-01 14:59:59', '2011-07-01 16:00–20:00'],
  ['2011-07-01 15:00:00', '2011-07-02 08:00–12:00'],
  ['2011-07-31 23:59:59', '2011-08-01 08:00–12:00'],
  ['2011-11-05 16:00:00', '2011-11-06 08:00–12:00'],
  ['2011-11-06 01:13:20', '2011-11-06 08:00–12:00'],
])('opened %s, promised %s', (opened, promised) => {
  expect(windowOf(opened)).toBe(promised);
});

test('the window is four hours, after the opening, and today or tomorrow, in every zone and night', () => {
  const zones = [ZONE, 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Santiago', 'Pacific/Apia'];
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1_000_000_000, max: 1_900_000_000 })
        .filter((s) => s < 1_325_000_000 || s > 1_325_400_000),
      fc.constantFrom(...zones),
      (seconds, zone) => {
        const opened = instantFromMs(seconds * 1000);
        const { start, end } = arrivalWindow(opened, zone);
        expect(minutesBetween(start, end)).toBe(240);
        expect(start > opened).toBe(true);
        const today = dayOf(opened, zone);
        expect([today, addDays(today, 1)]).toContain(dayOf(start, zone));
      },
    ),
    { numRuns: 500 },
  );
});

test('a day that a zone skipped whole gives the first moment after it', () => {
  // Samoa had no 30 December 2011.
  expect(arrivalWindow(instant('2011-12-30T02:00:00Z'), 'Pacific/Apia').start).toBe(
    '2011-12-30T10:00:00.000Z',
  );
});
