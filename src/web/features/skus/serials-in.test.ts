import { expect, test } from 'vitest';
import { serialsIn } from './serials-in.ts';

test('serial numbers are one a line; a scanner’s empty lines and blanks are no units', () => {
  expect(serialsIn(' A-1 \r\n\nB 2\n   \n')).toEqual(['A-1', 'B 2']);
  expect(serialsIn(' \n')).toEqual([]);
});

test('a number given twice stays twice, so that the count can refuse it', () => {
  expect(serialsIn('A\nA')).toEqual(['A', 'A']);
});
