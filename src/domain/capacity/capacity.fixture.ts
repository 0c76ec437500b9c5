/** A unit with one window of two hours on one day, for the tests of capacity. Minutes count from midnight of that day. */
import { day } from '../time.ts';
import type { AskedWindow, CapacityAsk, CapacityRule, CapacityTechnician, WaitingVisit } from './facts.ts';
import type { CapacityQuestion } from './window-capacity.ts';

const DAY = day('2026-11-23');
/** Midnight of the day, in minutes since 1970. */
export const MIDNIGHT = Date.parse('2026-11-23T00:00:00Z') / 60_000;
export const at = (clock: string): number => {
  const [hours, minutes] = clock.split(':').map(Number);
  return MIDNIGHT + hours! * 60 + minutes!;
};
/** `08:00-16:00` */
export const span = (text: string) => {
  const [from, to] = text.split('-');
  return { from: at(from!), to: at(to!) };
};
export const [HVAC, PLUMBING] = [1, 2] as const;
export const [COOLING, GAS] = [31, 32] as const;
export const [NORTH, SOUTH] = [51, 52] as const;

export const window = (key = '08:00-10:00'): AskedWindow => {
  const { from, to } = span(key);
  return { from, to, day: DAY, key, startMinute: from - MIDNIGHT };
};
export const technician = (changes: Partial<CapacityTechnician> = {}): CapacityTechnician => ({
  id: 21,
  active: true,
  businessUnitId: HVAC,
  skillIds: [COOLING],
  zoneIds: [NORTH],
  shifts: [span('08:00-16:00')],
  taken: [],
  ...changes,
});
export const ask = (changes: Partial<CapacityAsk> = {}): CapacityAsk => ({
  businessUnitId: HVAC,
  jobTypeId: 11,
  priority: 'Normal',
  skillIds: [COOLING],
  zoneId: NORTH,
  minutes: 90,
  ...changes,
});
export const waits = (changes: Partial<WaitingVisit> = {}): WaitingVisit => ({
  window: span('08:00-10:00'),
  minutes: 90,
  skillIds: [COOLING],
  zoneId: NORTH,
  ...changes,
});
export const rule = (changes: Partial<CapacityRule> = {}): CapacityRule => ({
  businessUnitId: null,
  jobTypeId: null,
  priority: null,
  startMinute: null,
  endMinute: null,
  reservePercent: 0,
  overbookPercent: 0,
  active: true,
  ...changes,
});
export const question = (changes: Partial<CapacityQuestion> = {}): CapacityQuestion => ({
  ask: ask(),
  windows: [window()],
  technicians: [technician()],
  waiting: [],
  rules: [],
  now: MIDNIGHT,
  ...changes,
});
