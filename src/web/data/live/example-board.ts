/** Small records for the tests of folding; nothing of the product imports this. */
import type { BoardDay } from '#contract/board.ts';
import type { ChangeEvent } from '#contract/history.ts';
import type { AppointmentView, JobView } from '#contract/job.ts';
import { instant } from '#domain/time.ts';

export const at = (time: string, date = '2026-11-21') => instant(`${date}T${time}:00.000Z`);

export const exampleAppointment = (changes: Partial<AppointmentView> = {}): AppointmentView => ({
  id: 10,
  version: 1,
  number: 1,
  status: 'Scheduled',
  start: at('15:00'),
  end: at('17:00'),
  windowStart: null,
  windowEnd: null,
  isConfirmed: false,
  hold: null,
  specialInstructions: '',
  holdingLaneId: null,
  externalKey: null,
  active: true,
  assignments: [],
  jobId: 100,
  jobNumber: 1042,
  jobVersion: 1,
  jobStatus: 'Scheduled',
  businessUnitId: 1,
  jobTypeId: 1,
  priority: 'Normal',
  summary: 'No cool',
  tagIds: [],
  customerId: 7,
  customerName: 'Maria Lopez',
  locationId: 8,
  street: '12 Main St',
  city: 'Quincy',
  zip: '02169',
  zoneId: null,
  latitude: null,
  longitude: null,
  invoiceStatus: 'Pending',
  ...changes,
});

export const exampleJob = (changes: Partial<JobView> = {}): JobView => ({
  id: 100,
  version: 1,
  number: 1042,
  status: 'Scheduled',
  customerId: 7,
  customerName: 'Maria Lopez',
  locationId: 8,
  address: '12 Main St, Quincy',
  billToCustomerId: 7,
  billToName: 'Maria Lopez',
  businessUnitId: 1,
  jobTypeId: 1,
  campaignId: 1,
  priority: 'Normal',
  summary: 'No cool',
  customerPo: '',
  tagIds: [],
  customFields: {},
  externalKey: null,
  hold: null,
  canceled: null,
  completedOn: null,
  recallForJobId: null,
  warrantyForJobId: null,
  bookedOn: at('12:00', '2026-11-20'),
  source: 'office',
  modifiedOn: at('12:00', '2026-11-20'),
  timeZone: 'America/New_York',
  ...changes,
});

/** A UTC day with two technicians and nothing on it, read at position 1.0. */
export const exampleDay = (changes: Partial<BoardDay> = {}): BoardDay => ({
  day: '2026-11-21' as BoardDay['day'],
  timeZone: 'UTC',
  start: at('00:00'),
  end: at('00:00', '2026-11-22'),
  cursor: '1.0',
  technicians: [1, 2].map((id) => ({
    id,
    name: id === 1 ? 'Ana Reyes' : 'Sam Kowalski',
    businessUnitId: 1,
    skillIds: [],
    zoneIds: [],
    latitude: null,
    longitude: null,
    active: true,
    shifts: [],
    timeOff: [],
    nonJobEvents: [],
  })),
  appointments: [],
  busy: [],
  ...changes,
});

const HEAD = {
  type: 'appointment.rescheduled',
  at: at('14:00'),
  actorId: 2,
  actorName: 'Jo',
  operationId: 5,
  fields: ['start'],
};

type Body = ChangeEvent extends infer E
  ? E extends { kind: infer K; record: infer R }
    ? { kind: K; record: R }
    : never
  : never;
/** An event at a position: `exampleEvent('2.0', { kind: 'appointment', record })`. */
export const exampleEvent = (position: string, body: Body): ChangeEvent =>
  ({ ...HEAD, position, ...body }) as ChangeEvent;
