import { describe, expect, test } from 'vitest';
import { readSolomon } from './solomon.ts';

const text = [
  'R9',
  '',
  'VEHICLE',
  'NUMBER     CAPACITY',
  '  2         200',
  '',
  'CUSTOMER',
  'CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME',
  '',
  '    0   35  35   0    0  230   0',
  '    1   38  39  10  161  171  10',
].join('\r\n');

describe('a Solomon file', () => {
  test('becomes routes from and to the depot, and a stop per customer', () => {
    const { name, problem } = readSolomon(text, 'R9.txt');
    expect(name).toBe('R9');
    expect(problem.routes).toEqual(
      Array.from({ length: 2 }, () => ({ startPlace: 0, endPlace: 0, opens: 0, closes: 230, capacity: 200 })),
    );
    expect(problem.stops).toMatchObject([{ place: 1, earliest: 161, latest: 171, duration: 10, load: 10 }]);
    expect(problem.travel).toEqual([
      [0, 5],
      [5, 0],
    ]);
  });

  test.each([
    [
      'without vehicles',
      text.replace('  2         200', ''),
      'R9.txt: the line with number and capacity of the vehicles is missing',
    ],
    ['with a column missing', text.replace('171  10', '171'), 'R9.txt, line 11: 6 columns instead of 7'],
    ['with letters among the numbers', text.replace('161', '16l'), 'R9.txt, line 11: not all numbers'],
    ['without customers', text.split('\r\n').slice(0, 10).join('\n'), 'R9.txt: no customers'],
  ])('%s is refused with the line', (_, wrong, message) => {
    expect(() => readSolomon(wrong, 'R9.txt')).toThrow(message);
  });
});
