import { expect, test } from 'vitest';
import { countSaid, hoursSaid } from './hours-said.ts';

test('few hours are said to the tenth, many whole and with their thousands apart', () => {
  expect([0, 150, 720, 5_994, 6_010, 85_068].map(hoursSaid)).toEqual([
    '0 h',
    '2.5 h',
    '12 h',
    '99.9 h',
    '100 h',
    '1,418 h',
  ]);
  expect(countSaid(2_000)).toBe('2,000');
});
