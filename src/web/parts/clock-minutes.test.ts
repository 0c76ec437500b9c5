import { expect, test } from 'vitest';
import { minuteText, readMinute, readMinutes } from './clock-minutes.ts';

test('a time of day is taken as people type it, midnight at the end of the day too', () => {
  expect(['8', '8:30', '830', '5p', '17.15', '0:00', '24:00', 'midnight'].map(readMinute)).toEqual([
    480, 510, 510, 1020, 1035, 0, 1440, 1440,
  ]);
  expect(['', '25', '8:70', 'noonish'].map(readMinute)).toEqual([null, null, null, null]);
  expect([0, 510, 1440].map(minuteText)).toEqual(['0:00', '8:30', 'midnight']);
});

test('a length of time is taken in minutes, in hours, or in both', () => {
  expect(['90', '90 min', '1:30', '1.5 h', '1 h 30', '2h', '2 hours'].map(readMinutes)).toEqual([
    90, 90, 90, 90, 90, 120, 120,
  ]);
  expect(['', '1:75', 'an hour', '-5'].map(readMinutes)).toEqual([null, null, null, null]);
});
