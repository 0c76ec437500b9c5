import { expect, test } from 'vitest';
import { day } from '../time.ts';
import { requiredOn } from './required-on.ts';

test.each([
  // 2026-11-20 is a Friday.
  ['2026-11-20', 0, true, '2026-11-20'],
  ['2026-11-20', 1, true, '2026-11-23'],
  ['2026-11-20', 5, true, '2026-11-27'],
  ['2026-11-20', 6, true, '2026-11-30'],
  ['2026-11-21', 0, true, '2026-11-23'],
  ['2026-11-21', 1, true, '2026-11-23'],
  ['2026-11-20', 1, false, '2026-11-21'],
  ['2026-12-30', 3, false, '2027-01-02'],
])('%s and %i days, weekends skipped %s: %s', (from, offsetDays, skipWeekends, expected) => {
  expect(requiredOn(day(from), { offsetDays, skipWeekends })).toBe(expected);
});
