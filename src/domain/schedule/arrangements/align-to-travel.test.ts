import { describe, expect, test } from 'vitest';
import { alignToTravel } from './align-to-travel.ts';
import {
  ANNA,
  assignment,
  at,
  atWork,
  away,
  BEN,
  dayOf,
  onTheWay,
  paramsOf,
  told,
  visit,
} from './arranged-day.fixture.ts';

const DRIVE = 1 / 3;
const align = (day: ReturnType<typeof dayOf>) => told(alignToTravel(day, ANNA));

describe('a day drawn tight', () => {
  test('each starts when the one before is over and the drive is done, earlier or later than planned', () => {
    const day = dayOf([
      visit(11, 8, 9),
      visit(12, 9, 10),
      visit(13, 13, 14),
      visit(14, 9, 10, { technicians: [BEN] }),
    ]);
    expect(align(day)).toEqual([`12: ${9 + DRIVE}-${10 + DRIVE}`, `13: ${10 + 2 * DRIVE}-${11 + 2 * DRIVE}`]);
  });

  test('the first stays where it is', () => {
    expect(align(dayOf([visit(11, 9, 10)]))).toBe('arrangement.nothing');
  });

  test('nobody comes before the window that was promised', () => {
    const day = dayOf([visit(11, 8, 9), visit(12, 13, 14, { windowStart: at(11), windowEnd: at(15) })]);
    expect(align(day)).toEqual(['12: 11-12']);
  });

  test('nothing is drawn into the past: not before the next quarter hour', () => {
    const day = dayOf([visit(11, 8, 9), visit(12, 13, 14)], { now: at(11.1) });
    expect(align(day)).toEqual(['12: 11.25-12.25']);
    // One that is late already stays late.
    expect(align({ ...day, now: at(13.1) })).toBe('arrangement.nothing');
  });

  test('who was done early is free early', () => {
    const done = visit(11, 8, 10, {
      status: 'Done',
      assignments: [assignment(ANNA, { status: 'Done', doneOn: at(9) })],
    });
    expect(align(dayOf([done, visit(12, 13, 14)]))).toEqual([`12: ${9 + DRIVE}-${10 + DRIVE}`]);
  });

  test('a lunch break is gone around', () => {
    const day = dayOf([visit(11, 10, 11), visit(12, 14, 15)], { blocked: [away(12, 13)] });
    expect(align(day)).toEqual(['12: 13-14']);
  });

  test('who is on the way or at work stays, and what comes after goes by them', () => {
    const day = dayOf([atWork(11, 8, 9), onTheWay(12, 10, 11), visit(13, 14, 15)]);
    expect(align(day)).toEqual([`13: ${11 + DRIVE}-${12 + DRIVE}`]);
  });

  test('put off into a visit that stays, it is refused and says which', () => {
    const day = dayOf([visit(11, 8, 9), visit(12, 9, 10), onTheWay(13, 10, 11)]);
    expect(align(day)).toBe('arrangement.blocked');
    expect(paramsOf(alignToTravel(day, ANNA))).toMatchObject({ appointmentId: 12, otherAppointmentId: 13 });
  });

  test('yesterday’s visit that goes on into the night stays, and the morning goes by it', () => {
    const day = dayOf([visit(11, -2, 1), visit(12, 5, 6)], { now: at(-3) });
    expect(align(day)).toEqual([`12: ${1 + DRIVE}-${2 + DRIVE}`]);
  });
});
