import { expect, test } from 'vitest';
import { breaksText, leadText } from './breaks-text.ts';

test('price breaks are told with their cost first, in the order they are kept', () => {
  expect(breaksText([])).toBe('');
  expect(
    breaksText([
      { from: 100_000, cost: 109_000 },
      { from: 10_000_000, cost: 7_150 },
    ]),
  ).toBe('10.90 from 10, 0.715 from 1,000');
});

test.each([
  [null, ''],
  [0, '0 days'],
  [1, '1 day'],
  [14, '14 days'],
])('a lead time of %s is “%s”: nobody said is not at once', (days, said) => {
  expect(leadText(days)).toBe(said);
});
