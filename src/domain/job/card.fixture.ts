/** Cards and commands for the tests of the job rules. Anna (1) and Ben (2) go to appointment 11 of job 1. */
import type { Decision } from '../decision.ts';
import { addMinutes, type Instant, instant } from '../time.ts';
import { newAssignment } from './card.ts';
import type { DecisionContext, JobCommand } from './commands.ts';
import { decideJob } from './decide.ts';
import { deriveStatuses } from './derive.ts';
import type { Appointment, Assignment, Job, JobCard } from './job-card.ts';

export const ANNA = 1;
export const BEN = 2;
export const VISIT = 11;
export const SECOND_VISIT = 12;
export const ACTOR = 900;
export const LANE = 71;

export const eight = instant('2026-11-23T08:00:00Z');
export const at = (hour: number): Instant => addMinutes(eight, (hour - 8) * 60);

/** Late in the week the tests play in: their stamps are past by then. */
export const now = at(90);

export const context = (changes: Partial<DecisionContext> = {}): DecisionContext => ({
  now,
  actorId: ACTOR,
  workingElsewhere: new Set(),
  ...changes,
});

export const makeJob = (changes: Partial<Job> = {}): Job => ({
  id: 1,
  number: 1042,
  customerId: 500,
  locationId: 501,
  billToCustomerId: 500,
  businessUnitId: 21,
  jobTypeId: 31,
  campaignId: 41,
  priority: 'Normal',
  summary: 'No heat',
  customerPo: '',
  tagIds: [],
  customFields: {},
  externalKey: null,
  status: 'Scheduled',
  hold: null,
  canceled: null,
  completedOn: null,
  recallForJobId: null,
  warrantyForJobId: null,
  bookedOn: eight,
  source: 'phone',
  ...changes,
});

export const makeAppointment = (changes: Partial<Appointment> = {}): Appointment => ({
  id: VISIT,
  jobId: 1,
  number: 1,
  start: at(9),
  end: at(11),
  windowStart: at(9),
  windowEnd: at(10),
  status: 'Scheduled',
  hold: null,
  isConfirmed: false,
  specialInstructions: '',
  holdingLaneId: null,
  externalKey: null,
  unused: false,
  active: true,
  ...changes,
});

export const makeAssignment = (changes: Partial<Assignment> = {}): Assignment => ({
  ...newAssignment(101, VISIT, ANNA, null),
  ...changes,
});

/** Anna is assigned to the one visit, unless said otherwise; statuses are derived. */
export const makeCard = (changes: Partial<JobCard> = {}): JobCard =>
  deriveStatuses({
    job: makeJob(),
    appointments: [makeAppointment()],
    assignments: [makeAssignment()],
    invoiceStatus: 'Pending',
    invoicePaidInPart: false,
    ...changes,
  });

/** Runs the commands one after the other; a refusal is an error of the test. */
export const having = (card: JobCard, ...commands: readonly JobCommand[]): JobCard =>
  commands.reduce((before, command) => {
    const decision = decideJob(before, command, context());
    if (!decision.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decision.refusal)}`);
    return decision.value;
  }, card);

export const decide = (
  card: JobCard,
  command: JobCommand,
  changes: Partial<DecisionContext> = {},
): Decision<JobCard> => decideJob(card, command, context(changes));

export const refusalOf = (
  card: JobCard,
  command: JobCommand,
  changes: Partial<DecisionContext> = {},
): string => {
  const decision = decide(card, command, changes);
  return decision.ok ? 'allowed' : decision.refusal.code;
};

const reason = { reasonId: 7, memo: 'customer called' } as const;
const on = (technicianId: number, appointmentId: number, hour: number) =>
  ({ appointmentId, technicianId, at: at(hour) }) as const;

/** What a split or a copy makes. */
export const MADE_VISIT = 13;
const madeVisit = (hour: number, technicianIds: readonly number[]) => ({
  id: MADE_VISIT,
  start: at(hour),
  windowStart: null,
  windowEnd: null,
  technicians: technicianIds.map((technicianId) => ({ id: MADE_VISIT * 100 + technicianId, technicianId })),
});

/** Commands by short names; defaults are Anna and the first visit. */
export const give = {
  hold: (): JobCommand => ({ type: 'holdJob', ...reason }),
  resume: (): JobCommand => ({ type: 'resumeJob' }),
  cancel: (): JobCommand => ({ type: 'cancelJob', ...reason }),
  removeCancellation: (): JobCommand => ({ type: 'removeCancellation' }),
  complete: (hour = 17): JobCommand => ({ type: 'completeJob', completedOn: at(hour) }),
  reopen: (): JobCommand => ({ type: 'reopenJob' }),
  addVisit: (appointmentId = SECOND_VISIT): JobCommand => ({
    type: 'addAppointment',
    appointmentId,
    start: at(13),
    end: at(15),
    windowStart: null,
    windowEnd: null,
    specialInstructions: '',
  }),
  holdVisit: (appointmentId = VISIT): JobCommand => ({ type: 'holdAppointment', appointmentId, ...reason }),
  release: (appointmentId = VISIT): JobCommand => ({ type: 'releaseAppointment', appointmentId }),
  remove: (appointmentId = VISIT): JobCommand => ({ type: 'deleteAppointment', appointmentId }),
  /** The rest from ten o'clock on, for nobody yet. */
  split: (cancelDispatch = false, hour = 10, technicianIds: readonly number[] = []): JobCommand => ({
    type: 'splitAppointment',
    appointmentId: VISIT,
    at: at(hour),
    second: madeVisit(hour, technicianIds),
    cancelDispatch,
  }),
  duplicate: (hour = 16, technicianIds: readonly number[] = []): JobCommand => ({
    type: 'duplicateAppointment',
    appointmentId: VISIT,
    copy: madeVisit(hour, technicianIds),
  }),
  assign: (technicianId = ANNA, appointmentId = VISIT): JobCommand => ({
    type: 'assign',
    appointmentId,
    technicians: [{ id: appointmentId * 100 + technicianId, technicianId }],
  }),
  unassign: (technicianId = ANNA, appointmentId = VISIT): JobCommand => ({
    type: 'unassign',
    appointmentId,
    technicianIds: [technicianId],
  }),
  park: (cancelDispatch = false, holdingLaneId = LANE, hour?: number): JobCommand => ({
    type: 'park',
    appointmentId: VISIT,
    holdingLaneId,
    ...(hour === undefined ? {} : { start: at(hour), end: at(hour + 2) }),
    cancelDispatch,
  }),
  unpark: (appointmentId = VISIT): JobCommand => ({ type: 'unpark', appointmentId }),
  dispatch: (hour = 8, technicianId = ANNA, appointmentId = VISIT): JobCommand => ({
    type: 'dispatch',
    ...on(technicianId, appointmentId, hour),
  }),
  cancelDispatch: (technicianId = ANNA, appointmentId = VISIT): JobCommand => ({
    type: 'cancelDispatch',
    ...on(technicianId, appointmentId, 8),
  }),
  arrive: (hour = 9, technicianId = ANNA, appointmentId = VISIT): JobCommand => ({
    type: 'arrive',
    ...on(technicianId, appointmentId, hour),
  }),
  pause: (hour = 10, technicianId = ANNA, appointmentId = VISIT): JobCommand => ({
    type: 'pause',
    ...on(technicianId, appointmentId, hour),
  }),
  resumeWork: (hour = 11, technicianId = ANNA, appointmentId = VISIT): JobCommand => ({
    type: 'resumeWork',
    ...on(technicianId, appointmentId, hour),
  }),
  leave: (hour = 12, technicianId = ANNA, appointmentId = VISIT): JobCommand => ({
    type: 'leave',
    ...on(technicianId, appointmentId, hour),
  }),
  leaveForNow: (hour = 12, technicianId = ANNA, appointmentId = VISIT): JobCommand => ({
    type: 'leave',
    comingBack: true,
    ...on(technicianId, appointmentId, hour),
  }),
} as const;
