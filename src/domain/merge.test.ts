import { describe, expect, test } from 'vitest';
import type { JobCommand } from './job/commands.ts';
import { decideStale, fieldsTouchedBy } from './merge.ts';
import { instant } from './time.ts';

const at = instant('2026-11-21T09:00:00Z');
const by = 12;
const moved = [
  { field: 'start', by, at },
  { field: 'end', by, at },
];
const reschedule = { type: 'reschedule', appointmentId: 1, start: at, end: at } as const;
const touches = (command: JobCommand) => fieldsTouchedBy(command).appointment;

describe('two dispatchers on one appointment', () => {
  test('the version they saw is the one there is: nothing to merge', () => {
    expect(
      decideStale({ expectedVersion: 3, currentVersion: 3, changedSince: [], touches: ['start'] }),
    ).toEqual({ kind: 'apply', merged: false });
  });

  test('one moves it, the other writes instructions: both count', () => {
    const command = { type: 'setInstructions', appointmentId: 1, text: 'dog' } as const;
    const question = { expectedVersion: 3, currentVersion: 4, changedSince: moved };
    expect(decideStale({ ...question, touches: touches(command) })).toEqual({ kind: 'apply', merged: true });
  });

  test('both move it: the second is told who moved what, and when', () => {
    const question = { expectedVersion: 3, currentVersion: 4, changedSince: moved };
    expect(decideStale({ ...question, touches: touches(reschedule) })).toEqual({
      kind: 'conflict',
      fields: moved,
    });
  });

  test('a stale version nobody can explain, or one from the future, is a conflict', () => {
    const question = { changedSince: [], touches: ['start'] };
    expect(decideStale({ ...question, expectedVersion: 3, currentVersion: 4 }).kind).toBe('conflict');
    expect(decideStale({ ...question, expectedVersion: 5, currentVersion: 4 }).kind).toBe('conflict');
  });
});

describe('the fields a command decides on', () => {
  const hold = { reasonId: 1, memo: '' };
  const one = { appointmentId: 1, technicianId: 2, at };
  test.each<[JobCommand, readonly string[], readonly string[]]>([
    [{ type: 'update', changes: { summary: 'x', priority: 'High' } }, ['summary', 'priority'], []],
    [{ type: 'holdJob', ...hold }, ['hold'], ['hold']],
    [{ type: 'cancelJob', ...hold }, ['canceled'], []],
    [{ type: 'reopenJob' }, ['completedOn'], []],
    [{ type: 'reschedule', appointmentId: 1, end: at }, [], ['end']],
    [{ type: 'reschedule', appointmentId: 1, windowStart: null }, [], ['windowStart', 'windowEnd']],
    [{ type: 'reschedule', appointmentId: 1, start: at, cancelDispatch: true }, [], ['start', 'technicians']],
    [{ type: 'holdAppointment', appointmentId: 1, ...hold }, [], ['hold']],
    [{ type: 'unconfirm', appointmentId: 1 }, [], ['isConfirmed']],
    [{ type: 'setInstructions', appointmentId: 1, text: '' }, [], ['specialInstructions']],
    [{ type: 'setExternalKey', appointmentId: 1, externalKey: null }, [], ['externalKey']],
    [{ type: 'assign', appointmentId: 1, technicians: [] }, [], ['technicians', 'holdingLaneId']],
    [{ type: 'unpark', appointmentId: 1 }, [], ['holdingLaneId']],
    [{ type: 'park', appointmentId: 1, holdingLaneId: 9 }, [], ['technicians', 'holdingLaneId']],
    [
      { type: 'park', appointmentId: 1, holdingLaneId: 9, start: at, end: at },
      [],
      ['technicians', 'holdingLaneId', 'start', 'end'],
    ],
    [{ type: 'leave', ...one }, [], ['technicians']],
    [{ type: 'arrive', ...one }, [], ['technicians']],
  ])('%j', (command, job, appointment) => {
    expect(fieldsTouchedBy(command)).toEqual({ job, appointment });
  });
});
