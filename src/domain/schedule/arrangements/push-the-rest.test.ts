import { describe, expect, test } from 'vitest';
import { ANNA, atWork, away, BEN, dayOf, onTheWay, paramsOf, told, visit } from './arranged-day.fixture.ts';
import { pushTheRest } from './push-the-rest.ts';

/** Drives of twenty minutes are a third of an hour. */
const DRIVE = 1 / 3;
const push = (day: ReturnType<typeof dayOf>, id = 11, minutes = 60) => pushTheRest(day, ANNA, id, minutes);

describe('the rest of the day later', () => {
  test('gaps are used up first: a later visit moves only as far as it must, and one far enough away not at all', () => {
    const day = dayOf([visit(11, 8, 9), visit(12, 9.5, 10.5), visit(13, 12, 13), visit(14, 16, 17)]);
    expect(told(push(day))).toEqual(['11: 9-10', `12: ${10 + DRIVE}-${11 + DRIVE}`]);
    expect(told(push(day, 11, 120))).toEqual([
      '11: 10-11',
      `12: ${11 + DRIVE}-${12 + DRIVE}`,
      `13: ${12 + 2 * DRIVE}-${13 + 2 * DRIVE}`,
    ]);
  });

  test('where the drive did not fit before, no time is made for it', () => {
    const day = dayOf([visit(11, 8, 9), visit(12, 9, 10), visit(13, 10, 11)]);
    expect(told(push(day, 12, 30))).toEqual(['12: 9.5-10.5', '13: 10.5-11.5']);
  });

  test('two at the same time already stay as far into each other as they were', () => {
    const day = dayOf([visit(11, 8, 10), visit(12, 9.5, 11)]);
    expect(told(push(day, 11, 30))).toEqual(['11: 8.5-10.5', '12: 10-11.5']);
  });

  test('what stands before it, what others do, and what is on hold is not looked at', () => {
    const day = dayOf([
      visit(10, 7, 8),
      visit(11, 8, 9),
      visit(12, 9, 10, { technicians: [BEN] }),
      visit(13, 9, 10, { status: 'Hold' }),
    ]);
    expect(told(push(day))).toEqual(['11: 9-10']);
  });

  test('a lunch break is gone around', () => {
    const day = dayOf([visit(11, 10, 11), visit(12, 11, 12)], {
      blocked: [away(12.5, 13), away(12, 24, BEN)],
    });
    expect(told(push(day))).toEqual(['11: 11-12', '12: 13-14']);
  });

  test('the visit itself is not pushed into time off: the refusal says how far it goes', () => {
    const day = dayOf([visit(11, 10, 11)], { blocked: [away(11.5, 13)] });
    expect(told(push(day))).toBe('arrangement.blocked');
    expect(paramsOf(push(day))).toMatchObject({
      appointmentId: 11,
      otherAppointmentId: null,
      mostMinutes: 30,
    });
  });

  test('who is on the way already stays and stops it: the refusal says where, and how far it would go', () => {
    const day = dayOf([visit(11, 8, 9), visit(12, 9.5, 10.5), onTheWay(13, 11, 12), visit(14, 12, 13)]);
    expect(told(push(day))).toBe('arrangement.blocked');
    expect(paramsOf(push(day))).toMatchObject({
      appointmentId: 12,
      otherAppointmentId: 13,
      status: 'Dispatched',
      // The gap of half an hour is ten minutes more than the drive, before and behind.
      mostMinutes: 20,
    });
    const most = pushTheRest(day, ANNA, 11, 20);
    expect(told(most)).toHaveLength(2);
  });

  test('past the end of the day is refused', () => {
    const day = dayOf([visit(11, 21, 22), visit(12, 22, 23)]);
    expect(told(push(day, 11, 120))).toBe('arrangement.leaves_day');
  });

  test.each([
    ['somebody is on the way to', onTheWay(11, 8, 9)],
    ['somebody is at work on', atWork(11, 8, 9)],
  ])('one that %s is not pushed', (_, begun) => {
    expect(told(push(dayOf([begun, visit(12, 9, 10)])))).toBe('appointment.not_in_status');
  });

  test('one of somebody else’s day is not theirs to push', () => {
    expect(told(push(dayOf([visit(11, 8, 9, { technicians: [BEN] })])))).toBe('assignment.not_found');
  });

  test('earlier is no push', () => {
    expect(() => push(dayOf([visit(11, 8, 9)]), 11, -30)).toThrow('later by whole minutes');
  });
});
