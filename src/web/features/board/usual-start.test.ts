import { describe, expect, test } from 'vitest';
import { addMinutes, day, instant, msOf } from '#domain/time.ts';
import { usualStart } from './usual-start.ts';

const zone = 'America/New_York';
const monday = day('2026-11-23');
const midnight = instant('2026-11-23T05:00:00.000Z');
const shift = (from: number) => {
  const start = addMinutes(midnight, from * 60);
  return { known: { shifts: [{ start, end: addMinutes(start, 480) }] } } as never;
};
const sunday = instant('2026-11-22T20:00:00.000Z');

describe('where the board is scrolled to when it opens', () => {
  test.each([2, 9, 23])('today at %i:10 it is now, a third of the lanes before it', (hour) => {
    const now = addMinutes(midnight, hour * 60 + 10);
    expect(usualStart([shift(8)], monday, midnight, now, zone)).toEqual({ at: msOf(now), share: 1 / 3 });
  });

  test('on another day the first shift begins half an hour from the left edge', () => {
    const { at, share } = usualStart([shift(9), shift(6)], monday, midnight, sunday, zone);
    expect([at, share]).toEqual([msOf(addMinutes(midnight, 330)), 0]);
  });

  test('a shift that runs over from the day before does not count', () => {
    const { at } = usualStart([shift(-2), shift(8)], monday, midnight, sunday, zone);
    expect(at).toBe(msOf(addMinutes(midnight, 450)));
  });

  test('on another day that nobody works it is seven', () => {
    const { at } = usualStart([], monday, midnight, sunday, zone);
    expect(at).toBe(msOf(addMinutes(midnight, 420)));
  });
});
