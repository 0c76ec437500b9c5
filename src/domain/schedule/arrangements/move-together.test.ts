import { describe, expect, test } from 'vitest';
import { ANNA, atWork, BEN, CLEO, dayOf, paramsOf, told, visit } from './arranged-day.fixture.ts';
import { moveTogether } from './move-together.ts';

const LANES = [ANNA, BEN, CLEO];
const bar = (appointmentId: number, technicianId: number | null = ANNA) => ({ appointmentId, technicianId });

describe('several bars dragged as one', () => {
  const day = dayOf([
    visit(11, 9, 11),
    visit(12, 13, 14, { technicians: [BEN] }),
    visit(13, 15, 16, { technicians: [ANNA, BEN] }),
    visit(14, 8, 9, { technicians: [] }),
  ]);

  test('go by the same minutes and the same number of lanes', () => {
    const moved = moveTogether(day, [bar(11), bar(12, BEN)], { minutes: 60, lanes: 1 }, LANES);
    expect(told(moved)).toEqual(['11: 10-12 1>2', '12: 14-15 2>3']);
    const up = moveTogether(day, [bar(12, BEN)], { minutes: 0, lanes: -1 }, LANES);
    expect(told(up)).toEqual(['12: 13-14 2>1']);
  });

  test('a visit of two with both its bars goes over as a pair; who is in both pairs stays', () => {
    const both = [bar(13), bar(13, BEN)];
    expect(told(moveTogether(day, both, { minutes: 0, lanes: 1 }, LANES))).toEqual(['13: 15-16 1>3']);
  });

  test('a visit of two with one of its bars changes that one, and moves in time for both', () => {
    expect(told(moveTogether(day, [bar(13, BEN)], { minutes: 30, lanes: 1 }, LANES))).toEqual([
      '13: 15.5-16.5 2>3',
    ]);
  });

  test('onto somebody who is on the visit already is refused by name', () => {
    const refused = moveTogether(day, [bar(13)], { minutes: 0, lanes: 1 }, LANES);
    expect(told(refused)).toBe('assignment.exists');
    expect(paramsOf(refused)).toEqual({ appointmentId: 13, technicianId: BEN });
  });

  test('over the edge of the board is refused, and says which', () => {
    const refused = moveTogether(day, [bar(11), bar(12, BEN)], { minutes: 0, lanes: 2 }, LANES);
    expect(told(refused)).toBe('arrangement.no_lane');
    expect(paramsOf(refused)).toEqual({ appointmentId: 12, technicianId: BEN });
    expect(told(moveTogether(day, [bar(11)], { minutes: 0, lanes: -1 }, LANES))).toBe('arrangement.no_lane');
  });

  test('what is in the tray goes by the minutes alone', () => {
    expect(told(moveTogether(day, [bar(14, null)], { minutes: 60, lanes: 2 }, LANES))).toEqual(['14: 9-10']);
  });

  test('a bar in a lane it is not in any more is refused', () => {
    expect(told(moveTogether(day, [bar(11, BEN)], { minutes: 0, lanes: 1 }, LANES))).toBe(
      'assignment.not_found',
    );
  });

  test('work that has begun is not moved in time', () => {
    const begun = dayOf([atWork(11, 9, 10), visit(12, 11, 12)]);
    const refused = moveTogether(begun, [bar(11), bar(12)], { minutes: 15, lanes: 0 }, LANES);
    expect(told(refused)).toBe('appointment.not_in_status');
  });
});
