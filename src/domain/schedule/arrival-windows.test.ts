import { expect, test } from 'vitest';
import { day } from '../time.ts';
import { STANDARD_WINDOWS, type WindowRule, windowsOn } from './arrival-windows.ts';

const boston = 'America/New_York';
const friday = day('2026-11-20');
const saturday = day('2026-11-21');
const rule = (changes: Partial<WindowRule>): WindowRule => ({ ...STANDARD_WINDOWS[0]!, ...changes });
const keys = (rules: readonly WindowRule[], unit: number | null, on = friday) =>
  windowsOn(rules, unit, on, boston).map(({ key }) => key);

test('a company that has set up none promises 8–10 to 4–6 on every day', () => {
  const standard = ['08:00-10:00', '10:00-12:00', '12:00-14:00', '14:00-16:00', '16:00-18:00'];
  expect(keys([], null)).toEqual(standard);
  expect(keys([rule({ active: false })], 1, day('2026-11-22'))).toEqual(standard);
});

test('a window is promised on its days of the week only', () => {
  const rules = [rule({ weekdays: [1, 2, 3, 4, 5] }), rule({ endMinute: 720, weekdays: [6] })];
  expect(keys(rules, 1)).toEqual(['08:00-10:00']);
  expect(keys(rules, 1, saturday)).toEqual(['08:00-12:00']);
  expect(keys(rules, 1, day('2026-11-22'))).toEqual([]);
});

test('a unit promises what every unit does and its own, the same hours once', () => {
  const own = rule({ businessUnitId: 2, startMinute: 18 * 60, endMinute: 1440 });
  const rules = [own, rule({}), rule({ businessUnitId: 2 })];
  expect(keys(rules, 1)).toEqual(['08:00-10:00']);
  expect(keys(rules, null)).toEqual(['08:00-10:00']);
  expect(keys(rules, 2)).toEqual(['08:00-10:00', '18:00-24:00']);
  expect(windowsOn([own], 2, friday, boston)[0]).toMatchObject({
    start: '2026-11-20T23:00:00.000Z',
    end: '2026-11-21T05:00:00.000Z',
  });
});

test('in the night the clocks jump, a window that is jumped over is not promised', () => {
  const night = rule({ startMinute: 120, endMinute: 180 });
  expect(keys([night], null, day('2026-03-08'))).toEqual([]);
  expect(keys([night], null, day('2026-03-09'))).toEqual(['02:00-03:00']);
});
