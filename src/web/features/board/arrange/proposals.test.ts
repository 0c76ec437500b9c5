import { expect, it } from 'vitest';
import type { ArrangedDay, DayVisit } from '#domain/schedule/arrangements/arranged-day.ts';
import { addMinutes, instant } from '#domain/time.ts';
import { minutesSaid, shiftSaid } from './arrange-words.ts';
import { propose } from './proposals.ts';

const midnight = instant('2026-11-23T00:00:00Z');
const at = (hour: number) => addMinutes(midnight, hour * 60);
const visit = (id: number, from: number, ...technicianIds: number[]): DayVisit => ({
  id,
  status: 'Scheduled',
  start: at(from),
  end: at(from + 1),
  windowStart: null,
  windowEnd: null,
  latitude: null,
  longitude: null,
  assignments: technicianIds.map((technicianId) => ({
    technicianId,
    status: 'Scheduled',
    pausedOn: null,
    doneOn: null,
  })),
});
const day: ArrangedDay = {
  start: at(0),
  end: at(24),
  now: at(6),
  visits: [visit(11, 9, 1), visit(12, 10, 2), visit(13, 11, 3), visit(14, 12, 1, 2)],
  blocked: [],
  minutesFrom: () => 0,
};
const answers = { minutes: null, technicianId: null, otherId: null, laneId: null };
const given = (barIds: string[], technicianId: number) =>
  propose(day, { kind: 'giveTo', barIds }, { ...answers, technicianId });

it('visits of several technicians are given to one; who has theirs already keeps them', () => {
  const proposal = given(['11:1', '12:2', '13:3'], 3);
  expect(proposal).toMatchObject({
    ok: true,
    value: [
      { appointmentId: 11, start: at(9), technicians: [{ from: 1, to: 3 }] },
      { appointmentId: 12, start: at(10), technicians: [{ from: 2, to: 3 }] },
    ],
  });
});

it('several are parked in the lane that is chosen, each at its own time, and none before it is', () => {
  const question = { kind: 'park', visitIds: [11, 14] } as const;
  expect(propose(day, question, answers)).toBeNull();
  expect(propose(day, question, { ...answers, laneId: 71 })).toMatchObject({
    ok: true,
    value: [
      { appointmentId: 11, start: at(9), technicians: [], holdingLaneId: 71 },
      { appointmentId: 14, start: at(12), technicians: [], holdingLaneId: 71 },
    ],
  });
});

it('both of a crew cannot be replaced by one person, and the visit is named', () => {
  expect(given(['14:1', '14:2'], 3)).toMatchObject({
    ok: false,
    refusal: { code: 'assignment.exists', params: { appointmentId: 14, technicianId: 3 } },
  });
});

it('nothing is proposed before enough is said, nor of a visit that left the day meanwhile', () => {
  expect(propose(day, { kind: 'moveBy', visitIds: [11] }, answers)).toBeNull();
  expect(
    propose(day, { kind: 'push', visitId: 11, technicianId: 1 }, { ...answers, minutes: -5 }),
  ).toBeNull();
  expect(propose(day, { kind: 'moveBy', visitIds: [99] }, { ...answers, minutes: 30 })).toMatchObject({
    ok: false,
  });
});

it('minutes are said as people say them', () => {
  expect([1, 30, 60, 90, 120].map(minutesSaid)).toEqual([
    '1 minute',
    '30 minutes',
    '1 hour',
    '1 h 30 min',
    '2 hours',
  ]);
  expect([shiftSaid(-15), shiftSaid(15)]).toEqual(['15 minutes earlier', '15 minutes later']);
});
