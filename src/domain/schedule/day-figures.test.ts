import { expect, test } from 'vitest';
import { dayFigures, driveOf, laneFigures } from './day-figures.ts';
import { hour, NEWARK, takes } from './guards.fixture.ts';
import { lane, meeting } from './suggestions/suggestions.fixture.ts';

const NOWHERE = { latitude: null, longitude: null };

test('the drives of a day are from home to the first visit and on from each to the next, whatever lies between', () => {
  // Lives downtown, as visits are unless said.
  expect(driveOf(lane({}, [takes(1, 9, 10)], { 1: NEWARK }))).toBe(27);
  const round = [takes(2, 11, 12), meeting(10, 11), takes(1, 9, 10)];
  expect(driveOf(lane({}, round, { 1: NEWARK }))).toBe(27 + 27);
  expect(driveOf(lane({}, round))).toBe(0);
});

test('without a known home the day begins at the first visit; a visit without a pin counts the default', () => {
  const round = lane({}, [takes(1, 9, 10), takes(2, 11, 12)], { 1: NEWARK, 2: NOWHERE });
  expect(driveOf({ ...round, home: NOWHERE })).toBe(20);
  expect(driveOf(round)).toBe(27 + 20);
});

test('overtime is the work planned outside shifts; without a shift all of it', () => {
  const taken = [takes(1, 15, 18), meeting(18, 20)];
  expect(laneFigures(lane({ shifts: [{ start: hour(7), end: hour(16) }] }, taken)).overtimeMinutes).toBe(120);
  expect(laneFigures(lane({ shifts: [] }, taken)).overtimeMinutes).toBe(180);
});

test('late is who is late now, and who is planned to come after the promised window; unplaced is who has nobody', () => {
  const visit = (start: number, windowEnd: number | null, status = 'Scheduled' as const, assigned = 1) => ({
    start: hour(start),
    end: hour(start + 1),
    status,
    windowEnd: windowEnd === null ? null : hour(windowEnd),
    assignments: Array.from({ length: assigned }, () => ({})),
  });
  const day = [visit(7, null), visit(12, 11), visit(12, 14, 'Scheduled', 2), visit(10, null, 'Scheduled', 0)];
  const lanes = [
    { driveMinutes: 10, overtimeMinutes: 5 },
    { driveMinutes: 7, overtimeMinutes: 0 },
  ];
  expect(dayFigures(day, lanes, hour(8))).toEqual({
    late: 2,
    driveMinutes: 17,
    overtimeMinutes: 5,
    unplaced: 1,
  });
});
