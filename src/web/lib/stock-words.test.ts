import { expect, test } from 'vitest';
import { costText, movedText, unitsText } from './stock-words.ts';

test.each([
  [0, '0'],
  [12_500, '1.25'],
  [12_345_678, '1,234.5678'],
  [-20_000, '−2'],
])('%d of 1/10,000 lie there as %s', (amount, text) => {
  expect(unitsText(amount)).toBe(text);
});

test('what came has a plus, what went a minus, numbers changed one for one neither', () => {
  expect([50_000, -25_000, 0].map(movedText)).toEqual(['+5', '−2.5', '0']);
});

test.each([
  [8_725, '0.8725'],
  [18_745_000, '1,874.50'],
])('a cost of %d reads %s', (cost, text) => {
  expect(costText(cost)).toBe(text);
});
