import { expect, test } from 'vitest';
import { partsOf } from './search-parts.ts';
import { parseSearch } from './search-query.ts';

const tried = (typed: string) =>
  partsOf(parseSearch(typed)).map(
    ({ kept, left }) => `${kept.wanted.map((one) => one.typed).join(' ')} | ${left}`,
  );

test('first the words between are left out, then one word after the other', () => {
  expect(tried('smth on main st')).toEqual([
    'smth main st | ',
    'main st | smth',
    'smth st | main',
    'smth main | st',
  ]);
});

test('a number is the last to be left out', () => {
  expect(tried('zora 617 555 0199')).toEqual(['6175550199 | zora', 'zora | 6175550199']);
});

test('of one word there is no rest, and of many no more is tried than a search has words', () => {
  expect(tried('smth')).toEqual([]);
  expect(tried('on the')).toEqual([]);
  expect(tried('one two three four five six on seven eight nine')).toHaveLength(8);
});
