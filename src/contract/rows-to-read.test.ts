import { expect, test } from 'vitest';
import { rowsToRead } from './rows-to-read.ts';

const row = (line: number, fate: 'create' | 'update' | 'unchanged' | 'reject') => ({ line, fate });

test('of a long file the rows left out are read first, then what changes, each in the file’s order', () => {
  const many = Array.from({ length: 1000 }, (_, at) => row(at + 2, 'create'));
  const shown = rowsToRead([...many, row(1002, 'reject'), row(1003, 'update'), row(1004, 'reject')]);
  expect(shown.slice(0, 4).map(({ line }) => line)).toEqual([1002, 1004, 1003, 2]);
  expect(shown).toHaveLength(200);
});
