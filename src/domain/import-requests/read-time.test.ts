import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, instant, instantFromMs, localTime } from '../time.ts';
import { readTime, takeTime } from './read-time.ts';

const BOSTON = 'America/New_York';
const at = (text: string, zone = BOSTON) => {
  const read = readTime(text, zone);
  return read.kind === 'at' ? read.instant : read.kind;
};

describe('a time is read on the clock of the zone', () => {
  test.each([
    ['2011-07-01 01:32:33', '2011-07-01T05:32:33.000Z'],
    ['2011-12-01T13:05', '2011-12-01T18:05:00.000Z'],
    [' 2011-07-01 01:32:33.250 ', '2011-07-01T05:32:33.000Z'],
    ['2011-07-01 01:32:33Z', '2011-07-01T01:32:33.000Z'],
    ['2011-07-01T01:32:33-07:00', '2011-07-01T08:32:33.000Z'],
    ['07/01/2011 01:32:33 PM', '2011-07-01T17:32:33.000Z'],
    ['7/1/2011 12:05 am', '2011-07-01T04:05:00.000Z'],
    ['2011-07-01', '2011-07-01T04:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  test.each([
    '03/04/2011 15:00',
    '2011-02-30 10:00',
    '2011-07-01 25:00',
    '13/01/2011 01:00 AM',
    '07/01/2011 13:00 PM',
    'yesterday',
    '0201-07-01 10:00',
    '2211-07-01 10:00',
  ])('%s is not read, because it would be a guess', (text) => {
    expect(at(text)).toBe('unreadable');
  });

  test('blank is not unreadable', () => {
    expect(at('  ')).toBe('blank');
  });
});

describe('the night the clocks go back', () => {
  const read = readTime('2011-11-06 01:13:20', BOSTON);
  if (read.kind !== 'at') throw new Error('not read');

  test('a time in the doubled hour takes the earlier instant and names both', () => {
    expect(takeTime('openedOn', read)).toEqual({
      instant: '2011-11-06T05:13:20.000Z',
      reasons: [
        {
          code: 'time.ambiguous',
          params: {
            field: 'openedOn',
            text: '2011-11-06 01:13:20',
            earlier: '2011-11-06T05:13:20.000Z',
            later: '2011-11-06T06:13:20.000Z',
            taken: '2011-11-06T05:13:20.000Z',
          },
        },
      ],
    });
  });

  test('a closing that would be before the opening takes the later instant, the only possible one', () => {
    const taken = takeTime('closedOn', read, instant('2011-11-06T05:30:00Z'));
    expect(taken.instant).toBe('2011-11-06T06:13:20.000Z');
  });

  test('the hour skipped in spring takes the first instant after the jump', () => {
    const skipped = readTime('2011-03-13 02:30', BOSTON);
    expect(skipped).toMatchObject({ instant: '2011-03-13T07:00:00.000Z', remark: 'time.skipped' });
  });

  test('a day without a time is told', () => {
    expect(readTime('2011-11-06', BOSTON)).toMatchObject({ remark: 'time.day_only', later: null });
  });
});

test('any instant written on the wall of its zone is read back, or reported as one of two', () => {
  const zones = [BOSTON, 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Santiago', 'UTC'];
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000_000_000, max: 1_900_000_000 }),
      fc.constantFrom(...zones),
      (seconds, zone) => {
        const original = instantFromMs(Math.floor(seconds / 60) * 60_000);
        const read = readTime(`${dayOf(original, zone)} ${localTime(original, zone)}`, zone);
        expect(read.kind).toBe('at');
        if (read.kind === 'at') expect([read.instant, read.later]).toContain(original);
      },
    ),
    { numRuns: 300 },
  );
});
