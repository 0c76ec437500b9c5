import { expect, test } from 'vitest';
import { hoursOf, hoursText, rowsOf } from './hours-rows.ts';

const office = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));

test('days with the same hours are one line, and the lines are the hours again', () => {
  const hours = [...office, { weekday: 6, startMinute: 540, endMinute: 1440 }];
  const rows = rowsOf(hours);
  expect(rows.map(({ weekdays }) => weekdays)).toEqual([[1, 2, 3, 4, 5], [6]]);
  expect(hoursOf(rows)).toEqual(hours);
  expect(hoursText(hours)).toBe('Somebody is there Mon–Fri 9:00–17:00, Sat 9:00–midnight');
});

test('a lunch break is two lines of the same days, put in the order of the day', () => {
  const rows = [
    { weekdays: [1], from: '1p', until: '5p' },
    { weekdays: [1], from: '8', until: '12:00' },
  ];
  expect(hoursOf(rows)).toEqual([
    { weekday: 1, startMinute: 480, endMinute: 720 },
    { weekday: 1, startMinute: 780, endMinute: 1020 },
  ]);
});

test('without a line nobody has said; an empty list is nobody at any hour', () => {
  expect(hoursOf([])).toBeNull();
  expect(hoursText([])).toBe('Nobody is there at any hour');
});

test('what cannot be read and a line without a day are nothing that could be saved', () => {
  expect(hoursOf([{ weekdays: [], from: 'noon', until: '5p' }])).toEqual([
    { weekday: Number.NaN, startMinute: Number.NaN, endMinute: 1020 },
  ]);
});
