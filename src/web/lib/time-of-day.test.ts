import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '#domain/time.ts';
import { formatDayTime, formatTime, formatTimeRange, formatWindow } from './format.ts';
import { hourOfDay, hoursOf, setHours } from './time-of-day.ts';

const boston = 'America/New_York';
const at = (clock: string) => instant(`2026-11-20T${clock}:00Z`);

it.each([
  ['en-US', 12],
  ['en-CA', 12],
  ['es-MX', 12],
  ['en-GB', 24],
  ['de', 24],
  ['fr-CA', 24],
  ['not a language', 24],
] as const)('a browser in %s has %i hours on its clock', (locale, hours) => {
  expect(hoursOf(locale)).toBe(hours);
});

describe('on a clock of 12 hours', () => {
  beforeEach(() => setHours(12));
  afterEach(() => setHours(24));

  it('a time says which half of the day', () => {
    expect(formatTime(at('13:00'), boston)).toBe('8:00 AM');
    expect(formatTime(at('17:05'), boston)).toBe('12:05 PM');
    expect(formatTime(at('05:00'), boston, { viewerZone: 'UTC' })).toBe('12:00 AM EST');
    expect(formatDayTime(at('18:15'), boston)).toBe('Fri 20 Nov 1:15 PM');
  });

  it.each([
    ['13:00', '15:00', '8:00–10:00 AM', '8–10 AM'],
    ['17:00', '19:00', '12:00–2:00 PM', '12–2 PM'],
    ['15:00', '18:15', '10:00 AM–1:15 PM', '10 AM–1:15 PM'],
    ['13:30', '15:00', '8:30–10:00 AM', '8:30–10 AM'],
  ])('from %s to %s (UTC) is %s, as a window %s', (start, end, range, window) => {
    expect(formatTimeRange(at(start), at(end), boston)).toBe(range);
    expect(formatWindow(at(start), at(end), boston)).toBe(window);
  });

  it('a whole day says both halves', () => {
    expect(formatTimeRange(at('13:00'), instant('2026-11-21T13:00:00Z'), boston)).toBe(
      '8:00 AM–8:00 AM (+1)',
    );
  });

  it('hours of an axis have no minutes, but for zones and days that shift them', () => {
    expect(hourOfDay(at('13:00'), boston)).toBe('8 AM');
    expect(hourOfDay(at('13:00'), 'Asia/Kolkata')).toBe('6:30 PM');
  });
});
