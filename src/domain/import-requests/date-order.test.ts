import { expect, test } from 'vitest';
import { guessOrder, NO_EVIDENCE, withCell } from './date-order.ts';
import { readTime } from './read-time.ts';

const evidence = (...cells: string[]) => cells.reduce(withCell, NO_EVIDENCE);
const ZONE = 'America/New_York';
const at = (text: string, order?: 'month-first' | 'day-first') => {
  const read = readTime(text, ZONE, order);
  return read.kind === 'at' ? read.instant : read.kind;
};

test('one row with a number above 12 says which number is the month for the whole file', () => {
  expect(guessOrder(evidence('03/04/2026 15:00', '03/25/2026'))).toBe('month-first');
  expect(guessOrder(evidence('03.04.2026', '25.03.2026 08:00'))).toBe('day-first');
});

test('where no row proves it, or rows prove both, nothing is guessed', () => {
  expect(guessOrder(evidence('03/04/2026', '05/06/2026'))).toBeNull();
  expect(guessOrder(evidence('25/03/2026', '03/25/2026'))).toBeNull();
  expect(evidence('03/04/2026', 'soon', '2026-03-04', '33/44/2026', '03/04.2026')).toEqual({
    ...NO_EVIDENCE,
    either: 1,
    example: '03/04/2026',
  });
});

test('a time is read in the order that was said, in none it is not read', () => {
  expect(at('03/04/2026 15:00')).toBe('unreadable');
  expect(at('03/04/2026 15:00', 'month-first')).toBe('2026-03-04T20:00:00.000Z');
  expect(at('03/04/2026 15:00', 'day-first')).toBe('2026-04-03T19:00:00.000Z');
  expect(at('3.4.2026 9:05', 'day-first')).toBe('2026-04-03T13:05:00.000Z');
  expect(at('03/04/2026, 3:00 pm', 'day-first')).toBe('2026-04-03T19:00:00.000Z');
  expect(at('3/4/2026', 'month-first')).toBe('2026-03-04T05:00:00.000Z');
  expect(at('03/25/2026 15:00', 'day-first')).toBe('unreadable');
  expect(at('03/04/2026 25:00', 'day-first')).toBe('unreadable');
});

test('AM or PM proves the month first, until a person says otherwise', () => {
  expect(at('03/04/2026 3:00 PM')).toBe('2026-03-04T20:00:00.000Z');
  expect(at('03/04/2026 3:00 PM', 'day-first')).toBe('2026-04-03T19:00:00.000Z');
});
