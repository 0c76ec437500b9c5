import { describe, expect, it } from 'vitest';
import { day } from '#domain/time.ts';
import { whereaboutsOf } from './whereabouts.ts';

const ZONE = 'America/New_York';
const shown = day('2026-11-21');
const record = (start: string, active = true) => ({ record: { start, active } });

describe('a link to a visit the day does not show', () => {
  it('names the day it is on, in the board’s zone', () => {
    expect(whereaboutsOf(record('2026-11-26T03:30:00.000Z'), shown, ZONE)).toEqual({
      kind: 'elsewhere',
      day: '2026-11-25',
      start: '2026-11-26T03:30:00.000Z',
    });
  });

  it('says that it was deleted', () => {
    expect(whereaboutsOf(record('2026-11-21T15:00:00.000Z', false), shown, ZONE)).toEqual({
      kind: 'deleted',
    });
  });

  it('tells a visit that is not there and one of another business unit apart no more than the server does', () => {
    expect(whereaboutsOf(null, shown, ZONE)).toEqual({ kind: 'unknown' });
    expect(whereaboutsOf({ record: null }, shown, ZONE)).toEqual({ kind: 'unknown' });
  });

  it('says nothing while the day itself is about to show it', () => {
    expect(whereaboutsOf(record('2026-11-21T15:00:00.000Z'), shown, ZONE)).toBeNull();
  });
});
