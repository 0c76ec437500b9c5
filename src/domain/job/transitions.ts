/**
 * Which command is open in which status, one table per machine (domain-rules §2). Guards that look at more than the
 * status are in `gate.ts`. The tables are tested cell by cell.
 */
import type { JobCommandType } from './commands.ts';
import type { AppointmentStatus, Assignment, AssignmentStatus, JobStatus } from './job-card.ts';

export const JOB_COMMANDS = [
  'update',
  'holdJob',
  'resumeJob',
  'cancelJob',
  'removeCancellation',
  'completeJob',
  'reopenJob',
  'addAppointment',
] as const satisfies readonly JobCommandType[];
export type JobLevelCommand = (typeof JOB_COMMANDS)[number];

/** Commands on one technician's assignment. */
export const ASSIGNMENT_COMMANDS = [
  'unassign',
  'reassign',
  'dispatch',
  'cancelDispatch',
  'arrive',
  'pause',
  'resumeWork',
  'leave',
] as const satisfies readonly JobCommandType[];
export type AssignmentLevelCommand = (typeof ASSIGNMENT_COMMANDS)[number];

/** Commands on one appointment; those on an assignment must be open for its appointment too. */
export const APPOINTMENT_COMMANDS = [
  'reschedule',
  'holdAppointment',
  'releaseAppointment',
  'confirm',
  'unconfirm',
  'setInstructions',
  'setExternalKey',
  'deleteAppointment',
  'splitAppointment',
  'duplicateAppointment',
  'assign',
  'park',
  'unpark',
  ...ASSIGNMENT_COMMANDS,
] as const satisfies readonly JobCommandType[];
export type AppointmentLevelCommand = (typeof APPOINTMENT_COMMANDS)[number];

export const JOB_TABLE: Readonly<Record<JobStatus, readonly JobLevelCommand[]>> = {
  Scheduled: ['update', 'holdJob', 'cancelJob', 'completeJob', 'addAppointment'],
  Dispatched: ['update', 'holdJob', 'cancelJob', 'completeJob', 'addAppointment'],
  InProgress: ['update', 'holdJob', 'cancelJob', 'completeJob', 'addAppointment'],
  Hold: ['update', 'resumeJob', 'cancelJob', 'completeJob', 'addAppointment'],
  Completed: ['update', 'reopenJob'],
  Canceled: ['update', 'removeCancellation'],
};

/** Open while there is a visit to speak of. What has been done can be done once more: that is a visit of its own. */
const NOTES = ['confirm', 'unconfirm', 'setInstructions', 'setExternalKey', 'duplicateAppointment'] as const;
/** The assignment's own table decides on its commands, unless the appointment is on hold or over. */
const PLANNED = [
  ...NOTES,
  ...ASSIGNMENT_COMMANDS,
  'assign',
  'park',
  'unpark',
  'reschedule',
  'holdAppointment',
  'deleteAppointment',
  'splitAppointment',
] as const;

export const APPOINTMENT_TABLE: Readonly<Record<AppointmentStatus, readonly AppointmentLevelCommand[]>> = {
  Scheduled: PLANNED,
  Dispatched: PLANNED,
  // a second technician can still join, leave the team or be swapped, at the same times
  Working: [...NOTES, ...ASSIGNMENT_COMMANDS, 'assign'],
  Hold: [
    ...NOTES,
    'assign',
    'unassign',
    'reassign',
    'park',
    'unpark',
    'reschedule',
    'releaseAppointment',
    'deleteAppointment',
    'splitAppointment',
  ],
  Done: NOTES,
  // Another program may come to know it at any time, as it may its job.
  Canceled: ['setExternalKey'],
  Unused: ['setExternalKey'],
};

/** Working splits in two for the commands: at work, and paused. */
export type AssignmentState = AssignmentStatus | 'Paused';
export const stateOf = (assignment: Assignment): AssignmentState =>
  assignment.paused ? 'Paused' : assignment.status;

/** Command → the state it leads to; `leave` goes back to Scheduled when the technician comes back another day. */
export const ASSIGNMENT_TABLE: Readonly<
  Record<AssignmentState, Readonly<Partial<Record<AssignmentLevelCommand, AssignmentState | 'ended'>>>>
> = {
  Scheduled: { unassign: 'ended', reassign: 'Scheduled', dispatch: 'Dispatched', arrive: 'Working' },
  Dispatched: { unassign: 'ended', reassign: 'Scheduled', cancelDispatch: 'Scheduled', arrive: 'Working' },
  Working: { pause: 'Paused', leave: 'Done' },
  Paused: { resumeWork: 'Working', leave: 'Done' },
  Done: {},
};
