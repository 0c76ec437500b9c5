import { expect, test } from 'vitest';
import { isTable } from '../../../parts/pasted-cells.ts';
import { CELLS } from './line-row.ts';
import { linesPasted } from './pasted-lines.ts';

const read = (text: string) =>
  linesPasted(text).rows.map((row) => CELLS.map((cell) => row[cell]).join(' | '));

test('tab-separated lines are code, quantity, cost, description', () => {
  expect(read('FRG-1\t2\t84.10\tFan motor\nFRG-2\t4\t12.5\tCapacitor, 45/5\n')).toEqual([
    'FRG-1 | Fan motor |  | 2 | 84.10 | ',
    'FRG-2 | Capacitor, 45/5 |  | 4 | 12.5 | ',
  ]);
});

test('without headings the columns are told by what stands in them', () => {
  expect(read('FRG-1\tFan motor\t2\t84.10\nFRG-2\tCapacitor\t4\t12.5')).toEqual([
    'FRG-1 | Fan motor |  | 2 | 84.10 | ',
    'FRG-2 | Capacitor |  | 4 | 12.5 | ',
  ]);
});

test('headings say which column is which; those nothing is done with are named, those the grid says itself are not', () => {
  const pasted = linesPasted(
    '#\tQty\tPart No\tItem description\tUnit price\tColour\tTotal\n1\t3\tA-1\tPipe\t2\tred\t6',
  );
  expect(pasted.unread).toEqual(['Colour']);
  expect(pasted.rows).toMatchObject([{ code: 'A-1', quantity: '3', cost: '2', description: 'Pipe' }]);
});

test('a CSV file with quotations reads the same', () => {
  expect(read('Code,Quantity,Cost,Description\r\nA-1,2,"1,250.00","Pipe, 3/4"" red"\r\n')).toEqual([
    'A-1 | Pipe, 3/4" red |  | 2 | 1,250.00 | ',
  ]);
});

test('what is no figure stays at its cell, to be refused there', () => {
  expect(read('A\t2 ea\t1.5\nB\t3\t1.5\nC\t4\t1.5')[0]).toBe('A |  |  | 2 ea | 1.5 | ');
});

test('a list of codes alone is one of each', () => {
  expect(read('A-1\nB-2')).toEqual(['A-1 |  |  | 1 |  | ', 'B-2 |  |  | 1 |  | ']);
});

test('an inch at the start of a cell is no quotation that swallows the rest', () => {
  expect(read('A\t1\t2\t"x\nB\t1\t2\ty')).toEqual(['A | "x |  | 1 | 2 | ', 'B | y |  | 1 | 2 | ']);
});

test('one word goes into its cell, a line feed behind it does not make a table', () => {
  expect(['FRG-1', 'FRG-1\n', 'a\tb', 'a\nb'].map(isTable)).toEqual([false, false, true, true]);
});

test('nothing is nothing', () => {
  expect(linesPasted(' \n')).toEqual({ rows: [], unread: [] });
});
