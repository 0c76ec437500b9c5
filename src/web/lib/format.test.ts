import { expect, it } from 'vitest';
import { cents } from '#domain/money.ts';
import { day, instant } from '#domain/time.ts';
import {
  formatDay,
  formatDayNear,
  formatDayTime,
  formatMinutes,
  formatMoney,
  formatPhone,
  formatRelative,
  formatTime,
  formatTimeRange,
  formatWindow,
} from './format.ts';

const boston = 'America/New_York';
const eight = instant('2026-11-20T13:00:00Z');
const ten = instant('2026-11-20T15:00:00Z');

it('a time is written on the clock of the business unit, with the zone only when the reader has another', () => {
  expect(formatTime(eight, boston)).toBe('8:00');
  expect(formatTime(eight, boston, { viewerZone: boston })).toBe('8:00');
  expect(formatTime(eight, boston, { viewerZone: 'America/Los_Angeles' })).toBe('8:00 EST');
  expect(formatTime(eight, boston, { viewerZone: 'America/Toronto' })).toBe('8:00');
  expect(formatTime(instant('2026-07-20T18:30:00Z'), boston, { viewerZone: 'UTC' })).toBe('14:30 EDT');
});

it.each([
  [eight, ten, '8:00–10:00'],
  [instant('2026-11-21T03:00:00Z'), instant('2026-11-21T07:00:00Z'), '22:00–2:00 (+1)'],
  [instant('2026-11-21T03:00:00Z'), instant('2026-11-21T05:00:00Z'), '22:00–0:00'],
  [eight, instant('2026-11-23T15:00:00Z'), '8:00–10:00 (+3)'],
])('%s to %s is written %s', (start, end, text) => {
  expect(formatTimeRange(start, end, boston)).toBe(text);
});

it('a range names the zone once', () => {
  expect(formatTimeRange(eight, ten, boston, { viewerZone: 'America/Los_Angeles' })).toBe('8:00–10:00 EST');
});

it('a window is two times of day', () => {
  expect(formatWindow(eight, ten, boston)).toBe('8:00–10:00');
  expect(formatWindow(instant('2026-11-20T13:30:00Z'), ten, boston)).toBe('8:30–10:00');
});

it('a day has its weekday, and its year only when it is not this one', () => {
  expect(formatDay(day('2026-11-20'))).toBe('Fri 20 Nov');
  expect(formatDay(day('2027-01-04'), { today: day('2026-11-20') })).toBe('Mon 4 Jan 2027');
  expect(formatDay(day('2026-01-04'), { today: day('2026-11-20') })).toBe('Sun 4 Jan');
  expect(formatDayNear(day('2026-12-01'), day('2026-11-30'))).toBe('Tomorrow');
  expect(formatDayNear(day('2026-11-29'), day('2026-11-30'))).toBe('Yesterday');
  expect(formatDayTime(instant('2026-11-21T04:30:00Z'), boston)).toBe('Fri 20 Nov 23:30');
});

it.each([
  [0, '0 min'],
  [45, '45 min'],
  [90, '90 min'],
  [120, '2 h'],
  [125, '2 h 05'],
])('%d minutes read %s', (minutes, text) => {
  expect(formatMinutes(minutes)).toBe(text);
});

it.each([
  ['2026-11-20T12:59:30Z', 'now'],
  ['2026-11-20T12:48:00Z', '12 min ago'],
  ['2026-11-20T16:10:00Z', 'in 3 h'],
  ['2026-11-17T13:00:00Z', '3 days ago'],
])('%s seen at 13:00 is %s', (at, text) => {
  expect(formatRelative(instant(at), eight)).toBe(text);
});

it('money has two decimals and its currency, and a real minus sign', () => {
  expect(formatMoney(cents(128410), 'USD')).toBe('$1,284.10');
  expect(formatMoney(cents(-8400), 'USD')).toBe('−$84.00');
  expect(formatMoney(cents(0), 'CAD')).toBe('CA$0.00');
  expect(formatMoney(cents(1250), 'CHF')).toBe('CHF 12.50');
  expect(() => formatMoney(cents(1), 'dollars')).toThrow(RangeError);
});

it.each([
  ['6175550142', '(617) 555-0142'],
  ['+1 617-555-0142', '(617) 555-0142'],
  ['1 (617) 555.0142', '(617) 555-0142'],
  ['617 555 0142 x12', '(617) 555-0142 ext. 12'],
  ['+44 20 7946 0000', '+44 20 7946 0000'],
  ['555-0142', '555-0142'],
  ['', ''],
])('the phone number %s is shown as %s', (text, shown) => {
  expect(formatPhone(text)).toBe(shown);
});
