import { afterEach, expect, test } from 'vitest';
import { setHours } from '../../lib/time-of-day.ts';
import { readAsOf, writtenAsOf } from './as-of.ts';

afterEach(() => setHours(24));

const ZONE = 'America/New_York';

test('a moment without an offset is on the wall clock of the zone', () => {
  expect(readAsOf('2011-11-07T06:00', ZONE)).toEqual({ ok: true, instant: '2011-11-07T11:00:00.000Z' });
  expect(readAsOf('2011-07-07 06:00', ZONE)).toEqual({ ok: true, instant: '2011-07-07T10:00:00.000Z' });
});

test('a moment with its own offset means the same everywhere', () => {
  expect(readAsOf('2011-11-06T05:30:00Z', ZONE)).toEqual({ ok: true, instant: '2011-11-06T05:30:00.000Z' });
});

test('a day alone means its first moment', () => {
  expect(readAsOf('2011-11-07', ZONE)).toEqual({ ok: true, instant: '2011-11-07T05:00:00.000Z' });
});

test('a time the clock showed twice is refused, naming both moments', () => {
  const asOf = readAsOf('2011-11-06T01:30', ZONE);
  expect(asOf).toMatchObject({ ok: false });
  expect(!asOf.ok && asOf.sentence).toContain('1:30 EDT (2011-11-06T05:30Z) or 1:30 EST (2011-11-06T06:30Z)');
});

test('a time the clock never showed is refused, naming the jump', () => {
  const asOf = readAsOf('2011-03-13T02:30', ZONE);
  expect(!asOf.ok && asOf.sentence).toContain('it jumped to 3:00');
});

test('who has twelve hours on the clock reads and types them', () => {
  setHours(12);
  const asOf = readAsOf('2011-03-13T02:30', ZONE);
  expect(!asOf.ok && asOf.sentence).toContain('it jumped to 3:00 AM');
  const evening = '2011-11-07T23:00:00.000Z' as never;
  expect(writtenAsOf(evening, ZONE)).toBe('2011-11-07 6:00 PM');
  expect(readAsOf('2011-11-07 6:00 PM', ZONE)).toEqual({ ok: true, instant: evening });
});

test.each(['yesterday', '', '07/11/2011', '1811-01-01T00:00'])('“%s” is no moment', (text) => {
  expect(readAsOf(text, ZONE)).toMatchObject({ ok: false });
});
