/**
 * The trade's words for what the code names: statuses, commands, priorities, roles. One place, so that screens
 * agree; records and fields have theirs (record-words.ts, field-words.ts).
 */
import type { AppointmentStatus, AssignmentStatus, JobPriority, JobStatus } from '#domain/job/job-card.ts';
import type { Role } from '#domain/roles.ts';

export const JOB_STATUS_WORDS: Readonly<Record<JobStatus, string>> = {
  Scheduled: 'Scheduled',
  Dispatched: 'Dispatched',
  InProgress: 'In progress',
  Hold: 'On hold',
  Completed: 'Completed',
  Canceled: 'Canceled',
};
export const APPOINTMENT_STATUS_WORDS: Readonly<Record<AppointmentStatus, string>> = {
  Scheduled: 'Scheduled',
  Dispatched: 'Dispatched',
  Working: 'Working',
  Hold: 'On hold',
  Done: 'Done',
  Canceled: 'Canceled',
  Unused: 'Unused',
};
export const ASSIGNMENT_STATUS_WORDS: Readonly<Record<AssignmentStatus, string>> = {
  Scheduled: 'Scheduled',
  Dispatched: 'On the way',
  Working: 'Working',
  Done: 'Done',
};
export const PRIORITY_WORDS: Readonly<Record<JobPriority, string>> = {
  Low: 'Low',
  Normal: 'Normal',
  High: 'High',
  Urgent: 'Urgent',
};
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  csr: 'CSR',
  dispatcher: 'Dispatcher',
  purchasing: 'Purchasing',
  accounting: 'Accounting',
  admin: 'Admin',
  technician: 'Technician',
};

const COMMAND_WORDS: Readonly<Record<string, string>> = {
  update: 'change',
  holdJob: 'hold',
  resumeJob: 'resume',
  cancelJob: 'cancel',
  removeCancellation: 'bring back',
  completeJob: 'complete',
  reopenJob: 'reopen',
  addAppointment: 'add a visit to',
  reschedule: 'reschedule',
  holdAppointment: 'hold',
  releaseAppointment: 'release',
  confirm: 'confirm',
  unconfirm: 'unconfirm',
  setInstructions: 'change the instructions of',
  setExternalKey: 'change the external key of',
  deleteAppointment: 'delete',
  splitAppointment: 'split',
  duplicateAppointment: 'duplicate',
  assign: 'assign',
  unassign: 'unassign',
  reassign: 'move',
  park: 'park',
  unpark: 'take out of its holding lane',
  dispatch: 'dispatch',
  cancelDispatch: 'call back',
  arrive: 'mark as arrived',
  pause: 'pause',
  resumeWork: 'resume',
  leave: 'mark as left',
};
/** The verb for a command: "cancel", "bring back". */
export const commandWord = (command: unknown): string => COMMAND_WORDS[String(command)] ?? 'change';

const STATUS_WORDS: Readonly<Record<string, string>> = {
  ...JOB_STATUS_WORDS,
  ...APPOINTMENT_STATUS_WORDS,
  Paused: 'Paused',
  Deleted: 'Deleted',
  Pending: 'Pending',
  Posted: 'Posted',
  Exported: 'Exported',
};
/** Lower case, for the middle of a sentence: "in progress", "on hold". */
export const statusWord = (status: unknown): string =>
  (typeof status === 'string' ? (STATUS_WORDS[status] ?? status).toLowerCase() : undefined) ??
  'in another status by now';
