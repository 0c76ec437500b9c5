import { expect, test } from 'vitest';
import { csvText, textCell, withoutQuote } from './csv-text.ts';

test.each([
  '=1+1',
  '+1 617 555',
  '-lead',
  '@sum',
  '\tx',
  '\rx',
  '=cmd|"/c calc"!A1',
  '＝1+1',
  '＠sum',
  '\n=1',
])('a cell that begins like a formula, %j, is text, and reads back as it was', (text) => {
  const cell = textCell(text);
  expect(cell).toMatch(/^"?'/);
  expect(withoutQuote(cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'))).toBe(text);
});

test('a key that looks like a number stays text, an amount of a table stays a number', () => {
  expect(textCell('-3')).toBe(`"'-3"`);
  expect(csvText([['-84.00', '+5', '-x', "O'Brien", 'a;b']])).toBe(
    `\uFEFF-84.00,+5,"'-x","O'Brien","a;b"\r\n`,
  );
});
