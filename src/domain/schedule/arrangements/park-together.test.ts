import { expect, test } from 'vitest';
import { ANNA, at, atWork, BEN, dayOf, onTheWay, paramsOf, told, visit } from './arranged-day.fixture.ts';
import { parkTogether } from './park-together.ts';

const LANE = 71;

test('each is parked at its own time, or by the same minutes, and nobody is named who goes', () => {
  const day = dayOf([visit(11, 9, 11), visit(12, 13, 14, { technicians: [ANNA, BEN] })]);
  expect(parkTogether(day, [11, 12], LANE)).toEqual({
    ok: true,
    value: [
      { appointmentId: 11, start: at(9), end: at(11), technicians: [], holdingLaneId: LANE },
      { appointmentId: 12, start: at(13), end: at(14), technicians: [], holdingLaneId: LANE },
    ],
  });
  expect(told(parkTogether(day, [11, 12], LANE, -60))).toEqual(['11: 8-10', '12: 12-13']);
});

test('one somebody is at work on stops all of them and is named; one on the way to is proposed', () => {
  const refused = parkTogether(dayOf([visit(11, 9, 10), atWork(12, 8, 9)]), [11, 12], LANE);
  expect(told(refused)).toBe('appointment.not_in_status');
  expect(paramsOf(refused)).toMatchObject({ appointmentId: 12, command: 'park' });
  expect(told(parkTogether(dayOf([onTheWay(11, 9, 10)]), [11], LANE))).toEqual(['11: 9-10']);
});
