import { expect, test } from 'vitest';
import { day, instant } from '../time.ts';
import { movedBy, movedToDay } from './moved-visit.ts';

const zone = 'America/New_York';
const visit = {
  start: instant('2026-10-31T13:00:00Z'),
  end: instant('2026-10-31T15:00:00Z'),
  windowStart: instant('2026-10-31T12:00:00Z'),
  windowEnd: instant('2026-10-31T14:00:00Z'),
};

test('a visit moved over the night the clocks change keeps its time of day, its length and its window', () => {
  expect(movedToDay(visit, day('2026-11-02'), zone)).toEqual({
    start: '2026-11-02T14:00:00.000Z',
    end: '2026-11-02T16:00:00.000Z',
    windowStart: '2026-11-02T13:00:00.000Z',
    windowEnd: '2026-11-02T15:00:00.000Z',
  });
});

test('a visit at an hour that the other day skips starts when the clocks have changed, as long as it was', () => {
  const early = {
    start: instant('2026-03-07T07:30:00Z'),
    end: instant('2026-03-07T08:30:00Z'),
    windowStart: null,
    windowEnd: null,
  };
  expect(movedToDay(early, day('2026-03-08'), zone)).toEqual({
    start: '2026-03-08T07:00:00.000Z',
    end: '2026-03-08T08:00:00.000Z',
    windowStart: null,
    windowEnd: null,
  });
});

test('a visit made later by an hour keeps the window that was promised', () => {
  expect(movedBy(visit, 60)).toEqual({
    ...visit,
    start: '2026-10-31T14:00:00.000Z',
    end: '2026-10-31T16:00:00.000Z',
  });
});
