import { describe, expect, it } from 'vitest';
import { day, instant } from '#domain/time.ts';
import { clockOf, readClock, readEnd, readInstant } from './clock-text.ts';

const ZONE = 'America/New_York';

describe('a time typed on the phone', () => {
  it.each([
    ['8', '08:00'],
    ['830', '08:30'],
    ['8:30', '08:30'],
    ['1415', '14:15'],
    ['2p', '14:00'],
    ['2:30 pm', '14:30'],
    ['12a', '00:00'],
    ['12p', '12:00'],
  ])('%s is %s', (typed, clock) => expect(readClock(typed)).toBe(clock));

  it.each(['', 'noon', '25', '8:75', '13p', '8:3'])('“%s” is not a time', (typed) =>
    expect(readClock(typed)).toBeNull(),
  );

  it('is the first of two in the night the clocks go back, the second when so said', () => {
    const on = day('2026-11-01');
    expect(readInstant(clockOf('1:30'), on, ZONE)).toEqual({
      at: instant('2026-11-01T05:30:00Z'),
      isTwice: true,
    });
    expect(readInstant({ text: '1:30', second: true }, on, ZONE).at).toBe(instant('2026-11-01T06:30:00Z'));
  });

  it('is refused in words when the clocks jump over it', () => {
    expect(readInstant(clockOf('2:30'), day('2026-03-08'), ZONE)).toMatchObject({
      at: null,
      error: expect.stringContaining('jump over 2:30'),
    });
  });

  it('ends on the next day when the end is earlier than the start', () => {
    const on = day('2026-11-20');
    const start = instant('2026-11-21T03:00:00Z'); // 22:00
    expect(readEnd(clockOf('1'), start, on, ZONE).at).toBe(instant('2026-11-21T06:00:00Z'));
    expect(readEnd(clockOf('23'), start, on, ZONE).at).toBe(instant('2026-11-21T04:00:00Z'));
  });
});
