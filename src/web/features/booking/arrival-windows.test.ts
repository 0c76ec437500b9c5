import { expect, it } from 'vitest';
import { addDays, day, instant, localTime, minutesBetween } from '#domain/time.ts';
import { arrivalWindows, firstOpenDay, visitIn } from './arrival-windows.ts';

const boston = 'America/New_York';
const friday = day('2026-11-20');
const night = instant('2026-11-20T05:00:00Z');

it('offers 8–10 to 4–6 by the clock on the wall of the place, wherever the CSR sits', () => {
  const windows = arrivalWindows(friday, boston, 2, night);
  expect(windows.map(({ key }) => key)).toEqual(['08-10', '10-12', '12-14', '14-16', '16-18']);
  expect(windows[0]).toMatchObject({ start: '2026-11-20T13:00:00.000Z', end: '2026-11-20T15:00:00.000Z' });
  expect(arrivalWindows(friday, 'America/Chicago', 2, night)[0]?.start).toBe('2026-11-20T14:00:00.000Z');
});

it('long windows are four hours and still end with the day', () => {
  const keys = arrivalWindows(friday, boston, 4, night).map(({ key }) => key);
  expect(keys).toEqual(['08-12', '10-14', '12-16', '14-18']);
});

it('a window is past once no visit can begin in it', () => {
  const past = (now: string) =>
    arrivalWindows(friday, boston, 2, instant(now))
      .filter(({ isPast }) => isPast)
      .map(({ key }) => key);
  expect(past('2026-11-20T14:45:00Z')).toEqual([]);
  expect(past('2026-11-20T14:46:00Z')).toEqual(['08-10']);
  expect(past('2026-11-20T23:30:00Z')).toHaveLength(5);
});

it('a visit in a window that has begun starts at the next quarter hour, never in the past', () => {
  const [first] = arrivalWindows(friday, boston, 2, instant('2026-11-20T13:20:00Z'));
  expect(first?.visitStart).toBe('2026-11-20T13:30:00.000Z');
  expect(visitIn(first!, 90)).toEqual({ start: '2026-11-20T13:30:00.000Z', end: '2026-11-20T15:00:00.000Z' });
});

it.each(['2026-03-08', '2026-11-01'])(
  'on %s, when the clocks change, 8 is still 8 and a window two hours',
  (text) => {
    for (const window of arrivalWindows(day(text), boston, 2, instant('2026-01-01T00:00:00Z'))) {
      expect(localTime(window.start, boston).slice(0, 2)).toBe(window.key.slice(0, 2));
      expect(minutesBetween(window.start, window.end)).toBe(120);
    }
  },
);

it('the same window of another day has the same key, so that changing the day keeps the choice', () => {
  const keys = (on: typeof friday) => arrivalWindows(on, boston, 2, night).map(({ key }) => key);
  expect(keys(addDays(friday, 3))).toEqual(keys(friday));
});

it('a call late in the day begins with tomorrow, because nothing of today can be promised', () => {
  expect(firstOpenDay(boston, 2, instant('2026-11-20T22:30:00Z'))).toBe('2026-11-20');
  expect(firstOpenDay(boston, 2, instant('2026-11-20T22:46:00Z'))).toBe('2026-11-21');
});
