import { describe, expect, test } from 'vitest';
import { quantity, unitPrice } from '../money.ts';
import { breaksOfCell, cellOfBreaks } from './breaks-cell.ts';

const BREAKS = [
  { from: quantity(100_000), cost: unitPrice(109_000) },
  { from: quantity(505_000), cost: unitPrice(8_725) },
];

describe('price breaks in a cell', () => {
  test('are written so that they are read back', () => {
    expect(cellOfBreaks(BREAKS)).toBe('10: 10.90; 50.5: 0.8725');
    expect(breaksOfCell(cellOfBreaks(BREAKS))).toEqual(BREAKS);
    expect([cellOfBreaks([]), breaksOfCell(''), breaksOfCell(' ; ')]).toEqual(['', [], []]);
  });
  test.each([
    '10:10.9;50.5:.8725',
    '10 10.90',
    '10:',
    ': 3',
    'ten: 3',
    '10: 3: 4',
    '10: 1,5',
    '10: -3',
    '-1: 3',
  ])('“%s” is not guessed at', (cell) => {
    expect(breaksOfCell(cell)).toBeNull();
  });
  test('are read with other spaces, bars and thousands', () => {
    expect(breaksOfCell('10:10.90|50.5 : $0.8725')).toEqual(BREAKS);
    expect(breaksOfCell('1,000: 2')).toEqual([{ from: 10_000_000, cost: 20_000 }]);
  });
});
