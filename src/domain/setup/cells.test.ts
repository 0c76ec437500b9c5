import { expect, test } from 'vitest';
import { readAmount, readPercent } from './cells.ts';

test.each<[string, number | undefined]>([
  ['500', 50_000],
  [' $1,250.05 ', 125_005],
  ['0', 0],
  ['12.345', undefined],
  ['-5', undefined],
  ['five', undefined],
  ['', undefined],
])('an amount written %j is %j cents', (text, cents) => {
  expect(readAmount(text)).toBe(cents);
});

test.each<[string, number | undefined]>([
  ['6.25', 62_500],
  ['8.875 %', 88_750],
  ['0.0001%', 1],
  ['100', 1_000_000],
  ['6.25001', undefined],
  ['-1', undefined],
  ['a tenth', undefined],
])('a rate written %j is %j millionths', (text, millionths) => {
  expect(readPercent(text)).toBe(millionths);
});
