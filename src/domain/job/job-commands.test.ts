import { describe, expect, test } from 'vitest';
import {
  ACTOR,
  at,
  BEN,
  decide,
  give,
  having,
  makeCard,
  now,
  refusalOf,
  SECOND_VISIT,
  VISIT,
} from './card.fixture.ts';
import type { JobCommand } from './commands.ts';
import type { JobCard } from './job-card.ts';

const two = having(makeCard(), give.addVisit(), give.assign(BEN, SECOND_VISIT));
const visitOf = (card: JobCard, id = VISIT) => card.appointments.find((one) => one.id === id);
const anna = (card: JobCard) => card.assignments[0];

describe('changing a job', () => {
  test('changes what is named and nothing else', () => {
    const { job } = having(two, { type: 'update', changes: { summary: 'Leak', tagIds: [4] } });
    expect(job).toEqual({ ...two.job, summary: 'Leak', tagIds: [4] });
  });

  test('the bill-to cannot change once the invoice is paid in part', () => {
    const command = { type: 'update', changes: { billToCustomerId: 777 } } as const;
    expect(refusalOf(two, command)).toBe('allowed');
    expect(refusalOf({ ...two, invoicePaidInPart: true }, command)).toBe('job.invoice_not_pending');
  });
});

describe('holding a job', () => {
  test('holds every unfinished visit and says why, by whom and when', () => {
    const held = having(two, give.hold());
    const reason = { reasonId: 7, memo: 'customer called', by: ACTOR, at: now };
    expect(held.job).toMatchObject({ status: 'Hold', hold: reason });
    expect(held.appointments.map(({ status, hold }) => [status, hold])).toEqual([
      ['Hold', reason],
      ['Hold', reason],
    ]);
  });

  test('leaves a finished visit alone, and one held before keeps its own reason', () => {
    const before = having(two, give.addVisit(13), give.arrive(), give.leave(), {
      type: 'holdAppointment',
      appointmentId: 13,
      reasonId: 8,
      memo: '',
    });
    const held = having(before, give.hold());
    expect(held.appointments.map((one) => one.hold?.reasonId)).toEqual([undefined, 7, 8]);
  });

  test('calls off whoever is on the way', () => {
    expect(anna(having(two, give.dispatch(), give.hold()))).toMatchObject({
      status: 'Scheduled',
      dispatchedOn: null,
    });
  });

  test('is refused while somebody is working, also while paused', () => {
    expect(refusalOf(having(two, give.arrive()), give.hold())).toBe('job.someone_working');
    expect(refusalOf(having(two, give.arrive(), give.pause()), give.hold())).toBe('job.someone_working');
  });

  test('is refused while a visit is begun and not finished', () => {
    const begun = having(two, give.assign(BEN), give.arrive(), give.leave());
    expect(refusalOf(begun, give.hold())).toBe('appointment.not_in_status');
    expect(refusalOf(having(begun, give.dispatch(13, BEN)), give.hold())).toBe('appointment.not_in_status');
  });

  test('is refused when there is nothing left to hold', () => {
    const done = having(makeCard(), give.arrive(), give.leave());
    expect(refusalOf(done, give.hold())).toBe('job.not_in_status');
  });

  test('needs a reason', () => {
    const withoutReason: JobCommand = { type: 'holdJob', reasonId: 0, memo: 'because' };
    expect(refusalOf(two, withoutReason)).toBe('job.reason_required');
  });

  test('ends for all visits with resume', () => {
    const resumed = having(two, give.hold(), give.resume());
    expect(resumed.job).toMatchObject({ status: 'Scheduled', hold: null });
    expect(resumed.appointments.every((one) => one.hold === null)).toBe(true);
  });

  test('ends for the job when the first of its visits is released or another is added', () => {
    expect(having(two, give.hold(), give.release()).job).toMatchObject({ status: 'Scheduled', hold: null });
    expect(having(two, give.hold(), give.addVisit(13)).job).toMatchObject({
      status: 'Scheduled',
      hold: null,
    });
  });
});

describe('canceling a job', () => {
  test('takes every technician away, who had not finished, and says why', () => {
    const canceled = having(two, give.dispatch(), give.cancel());
    expect(canceled.job).toMatchObject({ status: 'Canceled', canceled: { reasonId: 7, by: ACTOR } });
    expect(canceled.assignments.map(({ active, endedBy, status }) => [active, endedBy, status])).toEqual([
      [false, 'cancel', 'Scheduled'],
      [false, 'cancel', 'Scheduled'],
    ]);
  });

  test('keeps those who are done', () => {
    const canceled = having(two, give.arrive(), give.leave(), give.cancel());
    expect(canceled.assignments.map(({ active }) => active)).toEqual([true, false]);
  });

  test('is refused while somebody is working and names them', () => {
    expect(decide(having(two, give.arrive()), give.cancel())).toEqual({
      ok: false,
      refusal: { code: 'job.someone_working', params: { command: 'cancelJob', technicianIds: [1] } },
    });
  });

  test('is refused when the job is completed', () => {
    expect(refusalOf(having(two, give.complete()), give.cancel())).toBe('job.not_in_status');
  });

  test('removed: those the cancel took away come back, those unassigned before stay away', () => {
    const before = having(two, give.unassign(BEN, SECOND_VISIT));
    const back = having(before, give.cancel(), give.removeCancellation());
    expect(back).toEqual(before);
  });

  test('removed: a hold from before holds again', () => {
    const back = having(two, give.hold(), give.cancel(), give.removeCancellation());
    expect(back.job).toMatchObject({ status: 'Hold', hold: { reasonId: 7 } });
  });
});

describe('completing a job', () => {
  test('ends who is working at the moment given, and drops who never came', () => {
    const completed = having(two, give.arrive(), give.complete(16));
    expect(completed.job).toMatchObject({ status: 'Completed', completedOn: at(16) });
    expect(
      completed.assignments.map(({ status, active, endedBy, doneOn }) => ({
        status,
        active,
        endedBy,
        doneOn,
      })),
    ).toEqual([
      { status: 'Done', active: true, endedBy: null, doneOn: at(16) },
      { status: 'Scheduled', active: false, endedBy: 'complete', doneOn: null },
    ]);
    expect(completed.appointments.map(({ status, unused }) => [status, unused])).toEqual([
      ['Done', false],
      ['Unused', true],
    ]);
  });

  test('somebody who was to come back is done when they left', () => {
    const completed = having(two, give.arrive(), give.leaveForNow(12), give.complete(16));
    expect(anna(completed)).toMatchObject({ status: 'Done', doneOn: at(12), active: true });
  });

  test('ends a hold: the visit held is unused', () => {
    const completed = having(two, give.hold(), give.complete());
    expect(completed.appointments.map(({ status }) => status)).toEqual(['Unused', 'Unused']);
    expect(completed.job.hold).toBeNull();
  });

  test.each([
    ['the arrival', [give.arrive(10)], 9.5],
    ['the pause', [give.arrive(9), give.pause(10)], 9.5],
    ['an arrival that has ended since', [give.arrive(10), give.leave(11)], 9.5],
  ] as const)('is refused for a moment before %s', (_, commands, hour) => {
    expect(refusalOf(having(two, ...commands), give.complete(hour))).toBe('job.completed_before_arrival');
  });
});

describe('reopening a job', () => {
  test('plans its unused visits again, without the technicians that were dropped', () => {
    const reopened = having(two, give.arrive(), give.complete(), give.reopen());
    expect(reopened.job).toMatchObject({ status: 'InProgress', completedOn: null });
    expect(reopened.appointments.map(({ status, unused }) => [status, unused])).toEqual([
      ['Done', false],
      ['Scheduled', false],
    ]);
    expect(reopened.assignments.map(({ active }) => active)).toEqual([true, false]);
  });

  test('is needed before another visit is added', () => {
    const completed = having(two, give.complete());
    expect(refusalOf(completed, give.addVisit(13))).toBe('job.reopen_first');
    expect(refusalOf(having(completed, give.reopen()), give.addVisit(13))).toBe('allowed');
  });

  test('is refused once the invoice is posted', () => {
    const posted: JobCard = { ...having(two, give.complete()), invoiceStatus: 'Posted' };
    expect(refusalOf(posted, give.reopen())).toBe('job.invoice_not_pending');
  });
});

describe('adding a visit', () => {
  test('numbers go on where they stopped, also after a deletion', () => {
    const added = having(two, give.remove(SECOND_VISIT), give.addVisit(13));
    expect(visitOf(added, 13)).toMatchObject({ number: 3, status: 'Scheduled', isConfirmed: false });
  });
});
