/** Two technicians, their day and a visit downtown, for the tests of the schedule's guards. */
import { addMinutes, instant } from '../time.ts';
import type { AppointmentFacts, TechnicianFacts } from './facts.ts';
import { checkSchedule, type ScheduleQuestion } from './guards.ts';
import type { Occupancy } from './occupancy.ts';

export const midnight = instant('2026-11-21T00:00:00Z');
export const hour = (hours: number) => addMinutes(midnight, hours * 60);
export const ANNA = 1;
export const BEN = 2;
export const technician = (changes: Partial<TechnicianFacts> = {}): TechnicianFacts => ({
  id: ANNA,
  active: true,
  skillIds: [],
  zoneIds: [],
  shifts: [{ start: hour(7), end: hour(17) }],
  ...changes,
});
export const takes = (
  sourceId: number,
  from: number,
  to: number,
  changes: Partial<Occupancy> = {},
): Occupancy => ({
  kind: 'assignment',
  sourceId,
  technicianId: ANNA,
  start: hour(from),
  end: hour(to),
  overridden: false,
  ...changes,
});
export const DOWNTOWN = { latitude: 40.7128, longitude: -74.006 };
/** 13.4 km from downtown as the crow flies: 27 minutes by the default assumptions. */
export const NEWARK = { latitude: 40.7357, longitude: -74.1614 };
export const facts = (changes: Partial<AppointmentFacts> = {}): AppointmentFacts => ({
  appointmentId: 100,
  windowStart: null,
  windowEnd: null,
  skillIds: [],
  zoneId: null,
  isConfirmed: true,
  ...DOWNTOWN,
  ...changes,
});
export const check = (question: Partial<ScheduleQuestion>) =>
  checkSchedule({ wanted: [], taken: [], technicians: [technician()], facts: new Map(), ...question });
export const warningsOf = (
  wanted: Occupancy,
  of: Partial<AppointmentFacts>,
  more: Partial<ScheduleQuestion> = {},
) => check({ wanted: [wanted], facts: new Map([[wanted.sourceId, facts(of)]]), ...more }).soft;
