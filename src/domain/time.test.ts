import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMinutes,
  atLocalTime,
  type Day,
  day,
  dayOf,
  daySpan,
  daysBetween,
  firstInstantAt,
  type Instant,
  instant,
  instantFromMs,
  isDay,
  isInstant,
  isZone,
  localTime,
  minutesBetween,
  msOf,
  startOfDay,
  weekdayOf,
} from './time.ts';

const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Havana',
  'Europe/Berlin',
  'Europe/London',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
] as const;

const zones = fc.constantFrom(...ZONES);
const instants = fc
  .integer({ min: Date.UTC(2007, 10, 5), max: Date.UTC(2035, 0, 1) })
  .map((ms) => instantFromMs(ms));
const days = fc.integer({ min: 0, max: 10_000 }).map((n) => addDays(day('2007-11-05'), n));

/** The wall clock straight from Intl, without the memory `time-offset.ts` keeps. */
const shownByIntl = (ms: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(ms);

describe('instants', () => {
  test('text with an offset becomes UTC with milliseconds', () => {
    expect(instant('2026-03-08T01:30:00-05:00')).toBe('2026-03-08T06:30:00.000Z');
    expect(instant('2026-03-08T06:30Z')).toBe('2026-03-08T06:30:00.000Z');
    expect(instant('2026-03-08T06:30:00.1234567Z')).toBe('2026-03-08T06:30:00.123Z');
    expect(instant('2026-03-08T06:30:00+0530')).toBe('2026-03-08T01:00:00.000Z');
  });

  test.each([
    '2026-02-30T00:00:00Z',
    '2026-03-08T06:30:00',
    '2026-03-08',
    '2026-03-08T24:00:00Z',
    '2026-03-08T10:60:00Z',
    '0000-01-01T00:00:00Z',
    'tomorrow',
    '',
  ])('"%s" is not an instant', (text) => {
    expect(() => instant(text)).toThrow(RangeError);
    expect(isInstant(text)).toBe(false);
  });

  test('only the canonical form counts as an instant already', () => {
    expect(isInstant('2026-03-08T06:30:00.000Z')).toBe(true);
    expect(isInstant('2026-03-08T06:30:00Z')).toBe(false);
    expect(isInstant('2026-02-30T06:30:00.000Z')).toBe(false);
  });

  test('comparing them as text compares time', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(a < b).toBe(msOf(a) < msOf(b));
      }),
    );
  });

  test('adding minutes is measured back as those minutes', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -1e6, max: 1e6 }), (at, minutes) => {
        expect(minutesBetween(at, addMinutes(at, minutes))).toBe(minutes);
      }),
    );
  });

  test('years beyond 1 to 9999 and fractions of a millisecond are refused', () => {
    expect(instantFromMs(msOf(instant('0001-01-01T00:00:00Z')))).toBe('0001-01-01T00:00:00.000Z');
    expect(() => instantFromMs(msOf(instant('0001-01-01T00:00:00Z')) - 1)).toThrow(RangeError);
    expect(() => instantFromMs(msOf(instant('9999-12-31T23:59:59.999Z')) + 1)).toThrow(RangeError);
    expect(() => instantFromMs(0.5)).toThrow(RangeError);
    expect(() => instantFromMs(Number.NaN)).toThrow(RangeError);
  });
});

describe('days', () => {
  test('29 February exists in leap years only', () => {
    expect(day('2028-02-29')).toBe('2028-02-29');
    expect(isDay('2027-02-29')).toBe(false);
    expect(isDay('2100-02-29')).toBe(false);
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2027-02-28'), 1)).toBe('2027-03-01');
    expect(addDays(day('2028-02-29'), 366)).toBe('2029-03-01');
  });

  test.each([
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-01-32',
    '26-01-01',
    '2026-01-01T00:00',
    '0000-01-01',
  ])('"%s" is not a day', (text) => expect(() => day(text)).toThrow(RangeError));

  test('adding days is measured back as those days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -9000, max: 9000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n);
        expect((weekdayOf(from) + (((n % 7) + 7) % 7)) % 7).toBe(weekdayOf(addDays(from, n)));
      }),
    );
  });

  test('21 November 2026 is a Saturday', () => expect(weekdayOf(day('2026-11-21'))).toBe(6));
});

describe('F33 the nights the clocks change', () => {
  const spring: readonly (readonly [string, Day, string, number])[] = [
    ['America/New_York', day('2026-03-08'), '02:30', 23],
    ['America/Los_Angeles', day('2026-03-08'), '02:30', 23],
    ['America/Havana', day('2026-03-08'), '00:30', 23],
    ['Europe/Berlin', day('2026-03-29'), '02:30', 23],
    ['Europe/London', day('2026-03-29'), '01:30', 23],
    ['Australia/Sydney', day('2026-10-04'), '02:30', 23],
    ['Australia/Lord_Howe', day('2026-10-04'), '02:15', 23.5],
  ];
  const autumn: readonly (readonly [string, Day, string, number])[] = [
    ['America/New_York', day('2026-11-01'), '01:30', 25],
    ['America/Los_Angeles', day('2026-11-01'), '01:30', 25],
    ['America/Havana', day('2026-11-01'), '00:30', 25],
    ['Europe/Berlin', day('2026-10-25'), '02:30', 25],
    ['Europe/London', day('2026-10-25'), '01:30', 25],
    ['Australia/Sydney', day('2026-04-05'), '02:30', 25],
    ['Australia/Lord_Howe', day('2026-04-05'), '01:45', 24.5],
  ];
  const hours = (of: Day, zone: string): number => {
    const { start, end } = daySpan(of, zone);
    return minutesBetween(start, end) / 60;
  };

  test.each(spring)('in %s the board day %s has no %s and is %d hours long', (zone, on, missing, length) => {
    expect(hours(on, zone)).toBe(length);
    const meant = atLocalTime(on, missing, zone);
    expect(meant.kind).toBe('skipped');
    if (meant.kind !== 'skipped') return;
    const wall = (at: Instant) => `${dayOf(at, zone)} ${localTime(at, zone)}`;
    expect(wall(meant.after) > `${on} ${missing}`).toBe(true);
    expect(wall(addMinutes(meant.after, -1)) < `${on} ${missing}`).toBe(true);
  });

  test.each(autumn)(
    'in %s the board day %s has %s twice and is %d hours long',
    (zone, on, doubled, length) => {
      expect(hours(on, zone)).toBe(length);
      const meant = atLocalTime(on, doubled, zone);
      expect(meant.kind).toBe('ambiguous');
      if (meant.kind !== 'ambiguous') return;
      expect(minutesBetween(meant.earlier, meant.later) / 60).toBe(length - 24);
      expect(localTime(meant.earlier, zone)).toBe(doubled);
      expect(localTime(meant.later, zone)).toBe(doubled);
    },
  );

  test.each(['America/Phoenix', 'Asia/Kathmandu', 'UTC'])('in %s every day is 24 hours long', (zone) => {
    for (let n = 0; n < 366; n++) expect(hours(addDays(day('2026-01-01'), n), zone)).toBe(24);
  });

  test('01:30 on 6 November 2011 in New York happened at 05:30 and at 06:30 UTC', () => {
    expect(atLocalTime(day('2011-11-06'), '01:30', 'America/New_York')).toEqual({
      kind: 'ambiguous',
      earlier: '2011-11-06T05:30:00.000Z',
      later: '2011-11-06T06:30:00.000Z',
    });
  });

  test('02:30 on 13 March 2011 in New York never happened; the clocks showed 03:00 next', () => {
    expect(atLocalTime(day('2011-03-13'), '02:30:15', 'America/New_York')).toEqual({
      kind: 'skipped',
      after: '2011-03-13T07:00:00.000Z',
    });
  });

  test('a day whose midnight is skipped starts at one o’clock', () => {
    expect(startOfDay(day('2026-03-08'), 'America/Havana')).toBe('2026-03-08T05:00:00.000Z');
    expect(localTime(startOfDay(day('2026-03-08'), 'America/Havana'), 'America/Havana')).toBe('01:00');
  });

  test('a day whose midnight happens twice starts at the first one', () => {
    expect(startOfDay(day('2026-11-01'), 'America/Havana')).toBe('2026-11-01T04:00:00.000Z');
  });

  test('where nobody can be asked, the first of two is taken, and the moment after a jump', () => {
    const boston = 'America/New_York';
    expect(firstInstantAt(day('2011-11-05'), '01:30', boston)).toBe('2011-11-05T05:30:00.000Z');
    expect(firstInstantAt(day('2011-11-06'), '01:30', boston)).toBe('2011-11-06T05:30:00.000Z');
    expect(firstInstantAt(day('2011-03-13'), '02:30', boston)).toBe('2011-03-13T07:00:00.000Z');
  });

  test('a day that a country left out is empty', () => {
    const { start, end } = daySpan(day('2011-12-30'), 'Pacific/Apia');
    expect(start).toBe(end);
  });
});

describe('F33 any day and instant in any of ten zones', () => {
  test('the wall clock is the one Intl shows', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        expect(`${dayOf(at, zone)} ${localTime(at, zone)}`).toBe(shownByIntl(msOf(at), zone).slice(0, 16));
      }),
      { numRuns: 2000 },
    );
  });

  test('every instant lies in the span of its own day, and days follow each other without a gap', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const on = dayOf(at, zone);
        const { start, end } = daySpan(on, zone);
        expect(start <= at && at < end).toBe(true);
        expect(end).toBe(daySpan(addDays(on, 1), zone).start);
        expect([23, 23.5, 24, 24.5, 25]).toContain(minutesBetween(start, end) / 60);
      }),
      { numRuns: 2000 },
    );
  });

  test('a time read off the wall leads back to its instant', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const minute = instantFromMs(Math.floor(msOf(at) / 60_000) * 60_000);
        const meant = atLocalTime(dayOf(minute, zone), localTime(minute, zone), zone);
        expect(meant.kind).not.toBe('skipped');
        if (meant.kind === 'unique') expect(meant.instant).toBe(minute);
        if (meant.kind === 'ambiguous') expect([meant.earlier, meant.later]).toContain(minute);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('zones', () => {
  test.each(['America/New_York', 'UTC', 'Etc/GMT+5', 'Asia/Ho_Chi_Minh'])('%s is a zone', (text) =>
    expect(isZone(text)).toBe(true),
  );
  test.each(['', '+05:00', 'Mars/Base', 'Eastern Time', '__proto__'])('"%s" is not a zone', (text) =>
    expect(isZone(text)).toBe(false),
  );
  test('a time of day beyond 23:59 is refused', () => {
    expect(() => atLocalTime(day('2026-01-01'), '24:00', 'UTC')).toThrow(RangeError);
    expect(() => atLocalTime(day('2026-01-01'), '9:00', 'UTC')).toThrow(RangeError);
  });
});
