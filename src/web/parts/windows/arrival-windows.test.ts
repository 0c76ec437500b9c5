import { expect, it } from 'vitest';
import { addDays, day, instant, localTime, minutesBetween } from '#domain/time.ts';
import { arrivalWindows, firstOpenDay, visitIn } from './arrival-windows.ts';

const boston = 'America/New_York';
const friday = day('2026-11-20');
const at = (zone: string) => ({ setup: { arrivalWindows: [] }, businessUnitId: null, zone });
const night = instant('2026-11-20T05:00:00Z');

it('offers 8–10 to 4–6 by the clock on the wall of the place, wherever the CSR sits', () => {
  const windows = arrivalWindows(friday, at(boston), night);
  expect(windows.map(({ key }) => key)).toEqual([
    '08:00-10:00',
    '10:00-12:00',
    '12:00-14:00',
    '14:00-16:00',
    '16:00-18:00',
  ]);
  expect(windows[0]).toMatchObject({ start: '2026-11-20T13:00:00.000Z', end: '2026-11-20T15:00:00.000Z' });
  expect(arrivalWindows(friday, at('America/Chicago'), night)[0]?.start).toBe('2026-11-20T14:00:00.000Z');
});

it('a window is past once no visit can begin in it', () => {
  const past = (now: string) =>
    arrivalWindows(friday, at(boston), instant(now))
      .filter(({ isPast }) => isPast)
      .map(({ key }) => key);
  expect(past('2026-11-20T14:45:00Z')).toEqual([]);
  expect(past('2026-11-20T14:46:00Z')).toEqual(['08:00-10:00']);
  expect(past('2026-11-20T23:30:00Z')).toHaveLength(5);
});

it('a visit in a window that has begun starts at the next quarter hour, never in the past', () => {
  const [first] = arrivalWindows(friday, at(boston), instant('2026-11-20T13:20:00Z'));
  expect(first?.visitStart).toBe('2026-11-20T13:30:00.000Z');
  expect(visitIn(first!, 90)).toEqual({ start: '2026-11-20T13:30:00.000Z', end: '2026-11-20T15:00:00.000Z' });
});

it.each(['2026-03-08', '2026-11-01'])(
  'on %s, when the clocks change, 8 is still 8 and a window two hours',
  (text) => {
    for (const window of arrivalWindows(day(text), at(boston), instant('2026-01-01T00:00:00Z'))) {
      expect(localTime(window.start, boston).slice(0, 2)).toBe(window.key.slice(0, 2));
      expect(minutesBetween(window.start, window.end)).toBe(120);
    }
  },
);

it('the same window of another day has the same key, so that changing the day keeps the choice', () => {
  const keys = (on: typeof friday) => arrivalWindows(on, at(boston), night).map(({ key }) => key);
  expect(keys(addDays(friday, 3))).toEqual(keys(friday));
});

it('a call late in the day begins with tomorrow, because nothing of today can be promised', () => {
  expect(firstOpenDay(at(boston), instant('2026-11-20T22:30:00Z'))).toBe('2026-11-20');
  expect(firstOpenDay(at(boston), instant('2026-11-20T22:46:00Z'))).toBe('2026-11-21');
});

it('a call on a Friday evening of a company that is closed at weekends begins with Monday', () => {
  const weekdays = {
    ...at(boston),
    setup: {
      arrivalWindows: [
        {
          id: 1,
          name: 'Morning',
          businessUnitId: null,
          startMinute: 480,
          endMinute: 720,
          weekdays: [1, 2, 3, 4, 5],
          active: true,
        },
      ],
    },
  };
  expect(firstOpenDay(weekdays, instant('2026-11-20T22:46:00Z'))).toBe('2026-11-23');
  expect(arrivalWindows(addDays(friday, 1), weekdays, night)).toEqual([]);
});
