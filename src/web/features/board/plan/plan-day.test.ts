import { expect, test } from 'vitest';
import { proposePlan } from '#domain/schedule/plans/propose.ts';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from '../day/example-index.ts';
import { figuresOf } from '../drafts/draft-figures.ts';
import { movableOf, planDay } from './plan-day.ts';

test('a plan tells of the day as it stands what a draft of it would: late now, a crew, nobody, no home, no shift', () => {
  const crew = [assigned(21, 1), assigned(22, 2)];
  const day = dayOf(
    [
      visit(1, '07:00', '08:00', { assignments: [assigned(11, 1)] }),
      visit(2, '11:00', '12:00', { windowEnd: utc('10:00'), assignments: crew }),
      visit(3, '13:00', '14:00', { latitude: 42.5, assignments: [assigned(31, 2)] }),
      visit(4, '16:30', '17:30', { latitude: null, longitude: null, assignments: [assigned(41, 3)] }),
      visit(5, '15:00', '16:00'),
    ],
    [technician(1), technician(2, { latitude: null, longitude: null }), technician(3, { shifts: [] })],
  );
  const index = indexDay(null, day, SETUP);
  const now = utc('08:30');
  const asked = planDay(index, [...index.lanes.values()], day.appointments, now);
  // Nothing may move: what is before is what is after.
  const nothing = { absence: null, movable: new Set<number>(), pinned: new Set<number>() };
  const { before, after } = proposePlan(asked, { ...nothing, mostOvertimeMinutes: 0 }, () => 1);
  const draft = figuresOf(index, now);
  expect(draft).toMatchObject({ late: 2, unplaced: 1, overtimeMinutes: 60 + 60 });
  expect(before).toEqual({ ...draft, moved: 0 });
  expect(after).toEqual(before);
});

test('a plan gives nobody what is parked, and everybody else’s work to somebody', () => {
  const waits = visit(1, '10:00', '11:00');
  const parked = visit(2, '12:00', '13:00', { holdingLaneId: 71 });
  const day = dayOf([waits, parked], [technician(1)]);
  const index = indexDay(null, day, SETUP);
  const asked = planDay(index, [...index.lanes.values()], day.appointments, utc('08:00'));
  const question = { absence: null, movable: movableOf(day.appointments), pinned: new Set<number>() };
  const plan = proposePlan(asked, { ...question, mostOvertimeMinutes: 0 }, () => 0.5);
  expect(plan.moves.map(({ appointmentId }) => appointmentId)).toEqual([1]);
  expect(plan.unplaced).toEqual([]);
});
