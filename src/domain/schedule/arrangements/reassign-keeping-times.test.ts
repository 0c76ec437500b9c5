import { describe, expect, test } from 'vitest';
import { ANNA, atWork, BEN, CLEO, dayOf, onTheWay, paramsOf, told, visit } from './arranged-day.fixture.ts';
import { reassignKeepingTimes } from './reassign-keeping-times.ts';

describe('one technician’s visits to another', () => {
  test('stay at their own times; who else is on one stays there', () => {
    const day = dayOf([
      visit(11, 9, 11),
      visit(12, 13, 14, { technicians: [ANNA, CLEO] }),
      onTheWay(13, 7, 8),
    ]);
    expect(told(reassignKeepingTimes(day, [11, 12, 13], ANNA, BEN))).toEqual([
      '11: 9-11 1>2',
      '12: 13-14 1>2',
      '13: 7-8 1>2',
    ]);
  });

  test.each([
    ['assignment.not_in_status', 'that they are at work on', atWork(12, 8, 9)],
    ['assignment.not_found', 'that is somebody else’s', visit(12, 8, 9, { technicians: [CLEO] })],
    ['assignment.exists', 'the other is on already', visit(12, 8, 9, { technicians: [ANNA, BEN] })],
  ])('%s: one %s stops all of them and is named', (code, _, other) => {
    const refused = reassignKeepingTimes(dayOf([visit(11, 9, 11), other]), [11, 12], ANNA, BEN);
    expect(told(refused)).toBe(code);
    expect(paramsOf(refused)).toMatchObject({ appointmentId: 12 });
  });
});
