import { describe, expect, test } from 'vitest';
import { day, instant } from '../time.ts';
import { planShifts, type ShiftPattern, shiftsOf } from './shift-pattern.ts';

const NEW_YORK = 'America/New_York';
const pattern = (more: Partial<ShiftPattern> = {}): ShiftPattern => ({
  technicianId: 1,
  weekdays: [1, 2, 3, 4, 5],
  startMinute: 8 * 60,
  endMinute: 17 * 60,
  validFrom: day('2026-01-01'),
  validUntil: null,
  exceptDays: [],
  active: true,
  ...more,
});
const on = (one: ShiftPattern, from: string, until = from) => shiftsOf(one, day(from), day(until), NEW_YORK);
const times = (one: ShiftPattern, from: string, until = from) =>
  on(one, from, until).map(({ start, end }) => `${start} ${end}`);

describe('shifts of a repeating pattern', () => {
  test('are on its weekdays, on the clock of the place', () => {
    expect(on(pattern(), '2026-11-20', '2026-11-24').map((shift) => shift.day)).toEqual([
      '2026-11-20',
      '2026-11-23',
      '2026-11-24',
    ]);
    expect(times(pattern(), '2026-11-20')).toEqual(['2026-11-20T13:00:00.000Z 2026-11-20T22:00:00.000Z']);
  });
  test('keep their hours on the wall over both nights of daylight saving', () => {
    const sundays = pattern({ weekdays: [0] });
    expect(times(sundays, '2026-03-08')).toEqual(['2026-03-08T12:00:00.000Z 2026-03-08T21:00:00.000Z']);
    expect(times(sundays, '2026-11-01')).toEqual(['2026-11-01T13:00:00.000Z 2026-11-01T22:00:00.000Z']);
  });
  test('over the night end on the next day, an hour shorter or longer when the clock changes', () => {
    const night = pattern({ weekdays: [6], startMinute: 22 * 60, endMinute: 6 * 60 });
    expect(times(night, '2026-03-07')).toEqual(['2026-03-08T03:00:00.000Z 2026-03-08T10:00:00.000Z']);
    expect(times(night, '2026-10-31')).toEqual(['2026-11-01T02:00:00.000Z 2026-11-01T11:00:00.000Z']);
  });
  test('a day of 24 hours from midnight to midnight is the whole day', () => {
    const whole = pattern({ weekdays: [0], startMinute: 0, endMinute: 1440 });
    expect(times(whole, '2026-03-08')).toEqual(['2026-03-08T05:00:00.000Z 2026-03-09T04:00:00.000Z']);
  });
  test('begin and end with the days it is valid, and leave out the days excepted', () => {
    const short = pattern({
      validFrom: day('2026-11-17'),
      validUntil: day('2026-11-20'),
      exceptDays: [day('2026-11-18')],
    });
    expect(on(short, '2026-11-01', '2026-11-30').map((shift) => shift.day)).toEqual([
      '2026-11-17',
      '2026-11-19',
      '2026-11-20',
    ]);
  });
  test('are none when the pattern is not in use', () => {
    expect(on(pattern({ active: false }), '2026-11-01', '2026-11-30')).toEqual([]);
  });
  test('that would lie in the hour a night skips have no length and are left out', () => {
    expect(on(pattern({ weekdays: [0], startMinute: 125, endMinute: 170 }), '2026-03-08')).toEqual([]);
  });
});

describe('changing a pattern', () => {
  const now = instant('2026-11-18T15:00:00.000Z');
  const standing = (more: object = {}) =>
    on(pattern(), '2026-11-17', '2026-11-20').map((shift, at) => ({
      ...shift,
      id: at + 1,
      active: true,
      byHand: false,
      ...more,
    }));
  const later = on(pattern({ startMinute: 9 * 60 }), '2026-11-17', '2026-11-23');

  test('moves the shifts to come and leaves those that have begun as they were worked', () => {
    const plan = planShifts(later, standing(), now);
    expect(plan.move.map(({ id }) => id)).toEqual([3, 4]);
    expect(plan.add.map((shift) => shift.day)).toEqual(['2026-11-23']);
    expect(plan.takeBack).toEqual([]);
  });
  test('gives a day without a shift what is left of it, but none that is over', () => {
    const today = on(pattern(), '2026-11-17', '2026-11-18');
    expect(planShifts(today, [], now).add.map((shift) => shift.day)).toEqual(['2026-11-18']);
  });
  test('leaves a day alone that somebody changed on the board', () => {
    expect(planShifts(later, standing({ byHand: true }), now).move).toEqual([]);
    expect(planShifts([], standing({ byHand: true }), now).takeBack).toEqual([]);
  });
  test('takes back the days it no longer has, and gives them again when it has them again', () => {
    expect(planShifts([], standing(), now).takeBack).toEqual([3, 4]);
    const back = planShifts(on(pattern(), '2026-11-17', '2026-11-20'), standing({ active: false }), now);
    expect(back.move.map(({ id }) => id)).toEqual([3, 4]);
    expect(back.add).toEqual([]);
  });
  test('that changes nothing changes no shift', () => {
    const plan = planShifts(on(pattern(), '2026-11-17', '2026-11-20'), standing(), now);
    expect(plan).toEqual({ add: [], move: [], takeBack: [] });
  });
});
