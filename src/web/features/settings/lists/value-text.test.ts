import { expect, test } from 'vitest';
import { weekdaysText } from '../../../lib/week.ts';

test.each([
  [[1, 2, 3, 4, 5], 'Mon–Fri'],
  [[3, 1], 'Mon, Wed'],
  [[0, 2, 3, 4, 5], 'Sun, Tue–Fri'],
  [[0, 1, 3, 4, 5, 6], 'Sun, Mon, Wed–Sat'],
  [[6, 5, 4, 3, 2, 1, 0], 'Every day'],
  [[], ''],
])('working on %j reads “%s”', (days, text) => {
  expect(weekdaysText(days)).toBe(text);
});
