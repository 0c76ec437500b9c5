import { describe, expect, test } from 'vitest';
import {
  ANNA,
  assignment,
  atWork,
  BEN,
  dayOf,
  onTheWay,
  paramsOf,
  told,
  visit,
} from './arranged-day.fixture.ts';
import { moveBy } from './move-by.ts';

describe('several visits by some minutes', () => {
  test('each goes later, or earlier, as long as it is and with its own people', () => {
    const day = dayOf([visit(11, 9, 11), visit(12, 13, 14, { technicians: [ANNA, BEN] }), visit(13, 15, 16)]);
    expect(told(moveBy(day, [11, 12], 30))).toEqual(['11: 9.5-11.5', '12: 13.5-14.5']);
    expect(told(moveBy(day, [13], -90))).toEqual(['13: 13.5-14.5']);
  });

  test('one somebody is at work on, or has been, stops all of them and is named', () => {
    const left = visit(12, 8, 9, { assignments: [assignment(ANNA, { status: 'Done' }), assignment(BEN)] });
    for (const begun of [atWork(12, 8, 9), left]) {
      const refused = moveBy(dayOf([visit(11, 9, 11), begun]), [11, 12], 30);
      expect(told(refused)).toBe('appointment.not_in_status');
      expect(paramsOf(refused)).toMatchObject({ appointmentId: 12, command: 'reschedule' });
    }
  });

  test('one somebody is on the way to is proposed: they are called back where that is said', () => {
    expect(told(moveBy(dayOf([onTheWay(11, 9, 10)]), [11], 60))).toEqual(['11: 10-11']);
  });

  test('by nothing, nothing is proposed', () => {
    expect(told(moveBy(dayOf([visit(11, 9, 11)]), [11], 0))).toBe('arrangement.nothing');
  });

  test('another day’s visit is the caller’s mistake', () => {
    expect(() => moveBy(dayOf([]), [11], 30)).toThrow('not on this day');
  });
});
