import { expect, test } from 'vitest';
import { clockOfMinute, MINUTES_OF_DAY, minuteOfClock } from './clock-minutes.ts';

test('every minute of a day, its end too, is a time on the clock and back', () => {
  for (let minute = 0; minute <= MINUTES_OF_DAY; minute += 1)
    expect(minuteOfClock(clockOfMinute(minute))).toBe(minute);
  expect([0, 510, 1440].map(clockOfMinute)).toEqual(['00:00', '08:30', '24:00']);
});
