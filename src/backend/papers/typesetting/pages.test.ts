import { expect, test } from 'vitest';
import { pagesOf } from './pages.ts';

const piece = (height: number, keepWithPrevious = false) => ({ height, keepWithPrevious });
const room = { first: 20, later: 30 };

test('pieces fill the first page, then the others', () => {
  expect(
    pagesOf(
      Array.from({ length: 6 }, () => piece(10)),
      room,
    ),
  ).toEqual([[0, 1], [2, 3, 4], [5]]);
});

test('a piece that is kept with the one before takes it along', () => {
  expect(pagesOf([piece(10), piece(10), piece(10, true)], room)).toEqual([[0], [1, 2]]);
  expect(pagesOf([piece(10), piece(5), piece(5, true), piece(15, true)], room)).toEqual([[0], [1, 2, 3]]);
});

test('the first page may keep its head only', () => {
  expect(pagesOf([piece(15), piece(10, true)], room)).toEqual([[], [0, 1]]);
  expect(pagesOf([piece(25)], room)).toEqual([[], [0]]);
});

test('another page is never left blank, and what is too high for any page has one', () => {
  expect(pagesOf([piece(20), piece(25), piece(10, true)], room)).toEqual([[0], [1], [2]]);
  expect(pagesOf([piece(20), piece(50), piece(10)], room)).toEqual([[0], [1], [2]]);
});

test('nothing is one page', () => {
  expect(pagesOf([], room)).toEqual([[]]);
});
