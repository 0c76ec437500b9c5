/** Jobs, appointments and assignments as they are answered: domain-rules §2. What is asked of them: `job-commands.ts`. */

import { z } from 'zod';
import {
  APPOINTMENT_STATUSES,
  ASSIGNMENT_STATUSES,
  INVOICE_SYNC_STATUSES,
  JOB_PRIORITIES,
  JOB_STATUSES,
  REASON_CODES,
} from '#domain/job/job-card.ts';
import { id, instant, pageOf, version } from './scalars.ts';

export const reasonGiven = z.strictObject({
  /** null: nobody chose one; then `reason` is empty and `code` says why. */
  reasonId: id.nullable(),
  reason: z.string(),
  /** Changes written before there were codes have none. */
  code: z.enum(REASON_CODES).nullable().default(null),
  memo: z.string(),
  by: id,
  byName: z.string(),
  at: instant,
});
export const assignment = z.strictObject({
  id,
  technicianId: id,
  technicianName: z.string(),
  status: z.enum(ASSIGNMENT_STATUSES),
  paused: z.boolean(),
  dispatchedOn: instant.nullable(),
  arrivedOn: instant.nullable(),
  workStartedOn: instant.nullable(),
  pausedOn: instant.nullable(),
  resumedOn: instant.nullable(),
  doneOn: instant.nullable(),
  override: z.strictObject({ reason: z.string(), by: id, at: instant }).nullable(),
});
/** An appointment with what the board, the drawer and the lists show of its job, flat. `assignments`: active ones. */
export const appointment = z.strictObject({
  id,
  version,
  number: z.int(),
  status: z.enum(APPOINTMENT_STATUSES),
  start: instant,
  end: instant,
  windowStart: instant.nullable(),
  windowEnd: instant.nullable(),
  isConfirmed: z.boolean(),
  hold: reasonGiven.nullable(),
  specialInstructions: z.string(),
  /** Where it is parked on the board; null while anybody is assigned. Changes written before there were lanes have none. */
  holdingLaneId: id.nullable().default(null),
  /** What another program calls it. Changes written before there were keys of visits have none. */
  externalKey: z.string().nullable().default(null),
  active: z.boolean(),
  assignments: z.array(assignment),
  jobId: id,
  jobNumber: z.int(),
  jobVersion: version,
  jobStatus: z.enum(JOB_STATUSES),
  businessUnitId: id,
  jobTypeId: id,
  priority: z.enum(JOB_PRIORITIES),
  summary: z.string(),
  tagIds: z.array(id),
  customerId: id,
  customerName: z.string(),
  locationId: id,
  street: z.string(),
  city: z.string(),
  zip: z.string(),
  zoneId: id.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  invoiceStatus: z.enum(INVOICE_SYNC_STATUSES),
});
export const job = z.strictObject({
  id,
  version,
  number: z.int(),
  status: z.enum(JOB_STATUSES),
  customerId: id,
  customerName: z.string(),
  locationId: id,
  address: z.string(),
  billToCustomerId: id,
  billToName: z.string(),
  businessUnitId: id,
  jobTypeId: id,
  campaignId: id,
  priority: z.enum(JOB_PRIORITIES),
  summary: z.string(),
  customerPo: z.string(),
  tagIds: z.array(id),
  customFields: z.record(z.string(), z.string()),
  externalKey: z.string().nullable(),
  hold: reasonGiven.nullable(),
  canceled: reasonGiven.nullable(),
  completedOn: instant.nullable(),
  recallForJobId: id.nullable(),
  warrantyForJobId: id.nullable(),
  bookedOn: instant,
  source: z.string(),
  modifiedOn: instant,
  /** The IANA zone its times are read in: the location's, else the business unit's. */
  timeZone: z.string(),
});
/** The job's invoice as everyone may see it: amounts are prices, no cost. Cents in the document's currency. */
export const jobInvoice = z.strictObject({
  id,
  number: z.int(),
  syncStatus: z.enum(INVOICE_SYNC_STATUSES),
  totalCents: z.int(),
  currency: z.string(),
});
export const jobCard = z.strictObject({ job, appointments: z.array(appointment), invoice: jobInvoice });

/** A soft warning that was accepted, or something a command could not bring back; code + params, told in words by the web. */
export const note = z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) });
/** What every job command answers: the cards as they are now, and whether others' disjoint edits were kept (merged). */
export const jobsWritten = z.strictObject({
  operationId: id,
  merged: z.boolean(),
  cards: z.array(jobCard),
  notes: z.array(note),
});

export const jobSummary = z.strictObject({
  id,
  number: z.int(),
  status: z.enum(JOB_STATUSES),
  jobTypeId: id,
  businessUnitId: id,
  priority: z.enum(JOB_PRIORITIES),
  summary: z.string(),
  customerId: id,
  customerName: z.string(),
  address: z.string(),
  /** Next unfinished appointment, else the last one; null only if there is none. */
  start: instant.nullable(),
  end: instant.nullable(),
  technicianNames: z.array(z.string()),
  tagIds: z.array(id),
  bookedOn: instant,
  completedOn: instant.nullable(),
});
export const jobPage = pageOf(jobSummary);

/** A row of the list of appointments: the appointment, and the zone its times are read in. */
export const appointmentRow = appointment.extend({ timeZone: z.string() });
/** In the order of their start. */
export const appointmentPage = pageOf(appointmentRow);

export type AppointmentRow = z.output<typeof appointmentRow>;
export type AppointmentView = z.output<typeof appointment>;
export type AssignmentView = z.output<typeof assignment>;
export type JobView = z.output<typeof job>;
export type JobCardView = z.output<typeof jobCard>;
export type JobSummary = z.output<typeof jobSummary>;
export type JobsWritten = z.output<typeof jobsWritten>;
