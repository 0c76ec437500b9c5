import { expect, test } from 'vitest';
import { isOpenVisit, isPlannedVisit } from './card.ts';
import { APPOINTMENT_STATUSES, type AppointmentStatus, ASSIGNMENT_STATUSES } from './job-card.ts';

const AHEAD: readonly AppointmentStatus[] = ['Scheduled', 'Dispatched', 'Hold'];

test.each(APPOINTMENT_STATUSES)('a visit that is %s is planned as long as nobody has begun it', (status) => {
  const crewed = (...crew: (typeof ASSIGNMENT_STATUSES)[number][]) =>
    isPlannedVisit({ status, assignments: crew.map((one) => ({ status: one })) });
  const isAhead = AHEAD.includes(status);
  expect([isOpenVisit({ active: true, status }), crewed()]).toEqual([isAhead, isAhead]);
  expect(ASSIGNMENT_STATUSES.map((one) => crewed(one))).toEqual([isAhead, isAhead, false, false]);
  expect(crewed('Dispatched', 'Done')).toBe(false);
});

test('a visit in a status of a newer server’s is not planned, and a deleted one is not open', () => {
  expect(isPlannedVisit({ status: 'Postponed', assignments: [] })).toBe(false);
  expect(isOpenVisit({ active: false, status: 'Scheduled' })).toBe(false);
});
