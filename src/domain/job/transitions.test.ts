import { describe, expect, test } from 'vitest';
import { ANNA, at, BEN, give, having, makeAssignment, makeCard, refusalOf, VISIT } from './card.fixture.ts';
import type { JobCommand, JobCommandType } from './commands.ts';
import { APPOINTMENT_STATUSES, JOB_STATUSES, type JobCard } from './job-card.ts';
import {
  APPOINTMENT_COMMANDS,
  APPOINTMENT_TABLE,
  ASSIGNMENT_COMMANDS,
  ASSIGNMENT_TABLE,
  type AssignmentState,
  JOB_COMMANDS,
  JOB_TABLE,
  stateOf,
} from './transitions.ts';

/** One way of giving each command that has nothing wrong with it but, perhaps, the status. */
const SAMPLE: Readonly<Record<JobCommandType, JobCommand>> = {
  update: { type: 'update', changes: { summary: 'No heat, no water' } },
  holdJob: give.hold(),
  resumeJob: give.resume(),
  cancelJob: give.cancel(),
  removeCancellation: give.removeCancellation(),
  completeJob: give.complete(),
  reopenJob: give.reopen(),
  addAppointment: give.addVisit(13),
  reschedule: { type: 'reschedule', appointmentId: VISIT, start: at(9.5), cancelDispatch: true },
  holdAppointment: give.holdVisit(),
  releaseAppointment: give.release(),
  confirm: { type: 'confirm', appointmentId: VISIT },
  unconfirm: { type: 'unconfirm', appointmentId: VISIT },
  setInstructions: { type: 'setInstructions', appointmentId: VISIT, text: 'ring twice' },
  setExternalKey: { type: 'setExternalKey', appointmentId: VISIT, externalKey: 'A-1' },
  deleteAppointment: give.remove(),
  splitAppointment: give.split(true),
  duplicateAppointment: give.duplicate(),
  assign: give.assign(3),
  unassign: give.unassign(),
  reassign: {
    type: 'reassign',
    appointmentId: VISIT,
    fromTechnicianId: ANNA,
    to: { id: 999, technicianId: 3 },
    start: at(9),
    end: at(11),
    cancelDispatch: true,
  },
  park: give.park(true),
  unpark: give.unpark(),
  dispatch: give.dispatch(20),
  cancelDispatch: give.cancelDispatch(),
  arrive: give.arrive(20),
  pause: give.pause(20),
  resumeWork: give.resumeWork(20),
  leave: give.leave(20),
};

// the second visit is there so that the first one is not the only one of the job
const booked = having(makeCard(), give.addVisit());
const completed = (card: JobCard) => having(card, give.complete());

const JOBS: Readonly<Record<(typeof JOB_STATUSES)[number], JobCard>> = {
  Scheduled: booked,
  Dispatched: having(booked, give.dispatch()),
  InProgress: having(booked, give.arrive(), give.leave()),
  Hold: having(booked, give.hold()),
  Completed: completed(booked),
  Canceled: having(booked, give.cancel()),
};
const VISITS: Readonly<Record<(typeof APPOINTMENT_STATUSES)[number], JobCard>> = {
  Scheduled: booked,
  Dispatched: having(booked, give.dispatch()),
  Working: having(booked, give.arrive()),
  Hold: having(booked, give.holdVisit()),
  Done: having(booked, give.arrive(), give.leave()),
  Canceled: having(booked, give.cancel()),
  Unused: completed(booked),
};
const ASSIGNMENTS: Readonly<Record<AssignmentState, JobCard>> = {
  Scheduled: booked,
  Dispatched: having(booked, give.dispatch()),
  Working: having(booked, give.arrive()),
  Paused: having(booked, give.arrive(), give.pause()),
  // Ben is still to come, so that the visit is not over with Anna
  Done: having(booked, give.assign(BEN), give.arrive(), give.leave()),
};

/** `command: status status …`: the statuses in which the command is open, written by hand from domain-rules §2. */
const table = (text: string): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(':'))
      .map(([command, statuses]) => [command!.trim(), new Set(statuses!.trim().split(/\s+/))]),
  );

const JOB_RULES = table(`
  update:             Scheduled Dispatched InProgress Hold Completed Canceled
  holdJob:            Scheduled Dispatched InProgress
  resumeJob:          Hold
  cancelJob:          Scheduled Dispatched InProgress Hold
  removeCancellation: Canceled
  completeJob:        Scheduled Dispatched InProgress Hold
  reopenJob:          Completed
  addAppointment:     Scheduled Dispatched InProgress Hold
`);
/** For commands on an assignment: Anna's is in the state that goes with the appointment's status. */
const APPOINTMENT_RULES = table(`
  reschedule:         Scheduled Dispatched Hold
  holdAppointment:    Scheduled Dispatched
  releaseAppointment: Hold
  confirm:            Scheduled Dispatched Working Hold Done
  unconfirm:          Scheduled Dispatched Working Hold Done
  setInstructions:    Scheduled Dispatched Working Hold Done
  setExternalKey:     Scheduled Dispatched Working Hold Done Canceled Unused
  deleteAppointment:  Scheduled Dispatched Hold
  splitAppointment:   Scheduled Dispatched Hold
  duplicateAppointment: Scheduled Dispatched Working Hold Done
  assign:             Scheduled Dispatched Working Hold
  unassign:           Scheduled Dispatched Hold
  reassign:           Scheduled Dispatched Hold
  park:               Scheduled Dispatched Hold
  unpark:             never
  dispatch:           Scheduled
  cancelDispatch:     Dispatched
  arrive:             Scheduled Dispatched
  pause:              Working
  resumeWork:         never
  leave:              Working
`);
const ASSIGNMENT_RULES = table(`
  unassign:       Scheduled Dispatched
  reassign:       Scheduled Dispatched
  dispatch:       Scheduled
  cancelDispatch: Dispatched
  arrive:         Scheduled Dispatched
  pause:          Working
  resumeWork:     Paused
  leave:          Working Paused
`);

const cells = <C extends JobCommandType>(cards: Readonly<Record<string, JobCard>>, commands: readonly C[]) =>
  Object.keys(cards).flatMap((status) => commands.map((command) => [status, command] as const));
const expected = (rules: ReturnType<typeof table>, status: string, command: string): boolean => {
  const statuses = rules.get(command);
  if (!statuses) throw new Error(`no rule for ${command}`);
  return statuses.has(status);
};

describe('the job: which command is open in which status', () => {
  test.each(JOB_STATUSES)('%s can be reached', (status) => expect(JOBS[status].job.status).toBe(status));
  test.each(cells(JOBS, JOB_COMMANDS))('%s: %s', (status, command) => {
    const refusal = refusalOf(JOBS[status as keyof typeof JOBS], SAMPLE[command]);
    expect(refusal === 'allowed').toBe(expected(JOB_RULES, status, command));
    if (refusal !== 'allowed') expect(['job.not_in_status', 'job.reopen_first']).toContain(refusal);
  });
});

describe('the appointment: which command is open in which status', () => {
  test.each(APPOINTMENT_STATUSES)('%s can be reached', (status) =>
    expect(VISITS[status].appointments[0]?.status).toBe(status),
  );
  test.each(cells(VISITS, APPOINTMENT_COMMANDS))('%s: %s', (status, command) => {
    const refusal = refusalOf(VISITS[status as keyof typeof VISITS], SAMPLE[command]);
    expect(refusal === 'allowed').toBe(expected(APPOINTMENT_RULES, status, command));
    if (refusal !== 'allowed') {
      expect(refusal).toMatch(/\.(not_in_status|on_hold|not_on_hold|not_paused|not_parked)$/);
    }
  });
});

describe('the assignment: which command is open in which state', () => {
  test.each(Object.keys(ASSIGNMENTS) as AssignmentState[])('%s can be reached', (state) =>
    expect(stateOf(ASSIGNMENTS[state].assignments[0] ?? makeAssignment())).toBe(state),
  );
  test.each(cells(ASSIGNMENTS, ASSIGNMENT_COMMANDS))('%s: %s', (state, command) => {
    const card = ASSIGNMENTS[state as AssignmentState];
    const refusal = refusalOf(card, SAMPLE[command]);
    expect(refusal === 'allowed').toBe(expected(ASSIGNMENT_RULES, state, command));
    const leadsTo = ASSIGNMENT_TABLE[state as AssignmentState][command];
    expect(leadsTo !== undefined).toBe(refusal === 'allowed');
    if (refusal !== 'allowed' || command === 'reassign') return;
    const [anna] = having(card, SAMPLE[command]).assignments;
    expect(anna && (anna.active ? stateOf(anna) : 'ended')).toBe(leadsTo);
  });
});

describe('the tables', () => {
  test('hold no command of another machine, and no command is left out of all of them', () => {
    const open = new Set([...Object.values(JOB_TABLE), ...Object.values(APPOINTMENT_TABLE)].flat());
    expect([...open].sort()).toEqual([...JOB_COMMANDS, ...APPOINTMENT_COMMANDS].sort());
    expect(Object.keys(SAMPLE).sort()).toEqual([...open].sort());
  });
});
