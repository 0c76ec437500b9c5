import { describe, expect, it } from 'vitest';
import { instant } from '#domain/time.ts';
import { clockOf } from './clock-text.ts';
import { readStepTime } from './step-time.ts';

const zone = 'America/New_York';
const now = instant('2026-11-21T15:00:00.000Z');
const read = (text: string, planned: string, second = false) =>
  readStepTime({ ...clockOf(text), second }, { planned: instant(planned), now, zone });

describe('the time of a step', () => {
  it('is now when nothing is typed', () => {
    expect(read(' ', '2026-11-21T14:00:00.000Z')).toEqual({ at: undefined, isTwice: false });
  });

  it('is today’s for a visit of today, in the board’s zone', () => {
    expect(read('905', '2026-11-21T14:00:00.000Z').at).toBe('2026-11-21T14:05:00.000Z');
  });

  it('is yesterday’s for a visit that was forgotten yesterday', () => {
    expect(read('4p', '2026-11-20T20:30:00.000Z').at).toBe('2026-11-20T21:00:00.000Z');
    expect(read('8:30', '2026-11-20T13:00:00.000Z').at).toBe('2026-11-20T13:30:00.000Z');
  });

  it('is this morning’s for work that went on past midnight', () => {
    expect(read('0:30', '2026-11-21T05:00:00.000Z').at).toBe('2026-11-21T05:30:00.000Z');
  });

  it('is never still to come', () => {
    expect(read('13', '2026-11-21T18:00:00.000Z').error).toBe('13 is still to come. Type a time up to now.');
  });

  it('is today’s when the visit was planned for a later day', () => {
    expect(read('9', '2026-11-25T20:00:00.000Z').at).toBe('2026-11-21T14:00:00.000Z');
  });

  it('that cannot be read says how one is typed', () => {
    expect(read('soon', '2026-11-21T14:00:00.000Z').error).toBe('Type a time, such as 8:30 or 2p.');
  });
});
