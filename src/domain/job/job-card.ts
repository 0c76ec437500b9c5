/**
 * The job card: a job with its appointments and assignments, the unit every scheduling rule decides on
 * (domain-rules §2). Three separate machines; appointment status and most job statuses are derived.
 */
import type { Id } from '../ids.ts';
import type { Instant } from '../time.ts';

export const ASSIGNMENT_STATUSES = ['Scheduled', 'Dispatched', 'Working', 'Done'] as const;
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

export const APPOINTMENT_STATUSES = [
  'Scheduled',
  'Dispatched',
  'Working',
  'Hold',
  'Done',
  'Canceled',
  'Unused',
] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

export const JOB_STATUSES = [
  'Scheduled',
  'Dispatched',
  'InProgress',
  'Hold',
  'Completed',
  'Canceled',
] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export const JOB_PRIORITIES = ['Low', 'Normal', 'High', 'Urgent'] as const;
export type JobPriority = (typeof JOB_PRIORITIES)[number];

export const INVOICE_SYNC_STATUSES = ['Pending', 'Posted', 'Exported'] as const;
export type InvoiceSyncStatus = (typeof INVOICE_SYNC_STATUSES)[number];

/** Reasons nobody chose from the list, because a step of another kind led there; worded by `web`. */
export const REASON_CODES = ['booking.undone'] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Why a job or an appointment was held or canceled: a reason from the set-up list, free text, who and when. */
export type ReasonGiven = {
  /** null: nobody chose one, `code` says why. */
  readonly reasonId: Id | null;
  readonly code?: ReasonCode | null;
  readonly memo: string;
  readonly by: Id;
  readonly at: Instant;
};

/** What took an assignment away. Only those ended by a cancel come back when the cancellation is removed (§2). */
const ASSIGNMENT_ENDS = ['unassign', 'cancel', 'complete'] as const;
export type AssignmentEnd = (typeof ASSIGNMENT_ENDS)[number];

/**
 * One technician on one appointment. `active: false` is an assignment taken away (`endedBy` says by what): it
 * keeps its stamps but takes no time.
 * The six stamps are kept apart for the API and for payroll.
 */
export type Assignment = {
  readonly id: Id;
  readonly appointmentId: Id;
  readonly technicianId: Id;
  readonly status: AssignmentStatus;
  readonly paused: boolean;
  readonly active: boolean;
  /** null while active. */
  readonly endedBy: AssignmentEnd | null;
  readonly dispatchedOn: Instant | null;
  readonly arrivedOn: Instant | null;
  readonly workStartedOn: Instant | null;
  readonly pausedOn: Instant | null;
  readonly resumedOn: Instant | null;
  readonly doneOn: Instant | null;
  /** Why a hard guard was overridden when this time was taken; null when it was not. */
  readonly override: { readonly reason: string; readonly by: Id; readonly at: Instant } | null;
};

/** `status` is derived by `deriveStatuses`, never set by a command. Start < end; the window is optional, both or none. */
export type Appointment = {
  readonly id: Id;
  readonly jobId: Id;
  readonly number: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly windowStart: Instant | null;
  readonly windowEnd: Instant | null;
  readonly status: AppointmentStatus;
  readonly hold: ReasonGiven | null;
  readonly isConfirmed: boolean;
  readonly specialInstructions: string;
  /**
   * Where a dispatcher has parked it on the board, to be given to somebody later: a place in time that is nobody's. null
   * while anybody is assigned (`withoutLanes`), and for most that nobody is.
   */
  readonly holdingLaneId: Id | null;
  /** What another program calls it. */
  readonly externalKey: string | null;
  /** Set when the job completed without this appointment being worked. */
  readonly unused: boolean;
  /** false: deleted (kept for history), takes no part in anything. */
  readonly active: boolean;
};

/** `status` is derived from `completedOn`, `canceled` and the appointments. */
export type Job = {
  readonly id: Id;
  readonly number: number;
  readonly customerId: Id;
  readonly locationId: Id;
  readonly billToCustomerId: Id;
  readonly businessUnitId: Id;
  readonly jobTypeId: Id;
  readonly campaignId: Id;
  readonly priority: JobPriority;
  readonly summary: string;
  readonly customerPo: string;
  readonly tagIds: readonly Id[];
  readonly customFields: Readonly<Record<string, string>>;
  /** What another program calls it. */
  readonly externalKey: string | null;
  readonly status: JobStatus;
  readonly hold: ReasonGiven | null;
  readonly canceled: ReasonGiven | null;
  readonly completedOn: Instant | null;
  readonly recallForJobId: Id | null;
  readonly warrantyForJobId: Id | null;
  readonly bookedOn: Instant;
  readonly source: string;
};

export type JobCard = {
  readonly job: Job;
  readonly appointments: readonly Appointment[];
  readonly assignments: readonly Assignment[];
  /** Sync status of the job's invoice: the freeze of domain-rules §2 reads it. */
  readonly invoiceStatus: InvoiceSyncStatus;
  /** A payment is applied to the job's invoice: the bill-to can no longer change (§2). */
  readonly invoicePaidInPart: boolean;
};
