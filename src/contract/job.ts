/** Jobs, appointments and assignments: domain-rules §2. */

import { z } from 'zod';
import {
  APPOINTMENT_STATUSES,
  ASSIGNMENT_STATUSES,
  INVOICE_SYNC_STATUSES,
  JOB_PRIORITIES,
  JOB_STATUSES,
  REASON_CODES,
} from '#domain/job/job-card.ts';
import { LONGEST_SUMMARY } from '#domain/job/summary.ts';
import {
  LONGEST_CUSTOMER_PO,
  LONGEST_EXTERNAL_KEY,
  LONGEST_INSTRUCTIONS,
  LONGEST_OVERRIDE_REASON,
  LONGEST_STEP_MEMO,
} from '#domain/lengths.ts';
import { customValues } from './custom-values.ts';
import { newCustomer, newLocation } from './customer.ts';
import { expected, id, instant, pageOf, requiredText, text, version } from './scalars.ts';

const memo = text(LONGEST_STEP_MEMO).default('');
const overrideReason = requiredText(LONGEST_OVERRIDE_REASON).optional();

const times = {
  start: instant,
  end: instant,
  windowStart: instant.nullable(),
  windowEnd: instant.nullable(),
};

/**
 * Books a job: customer and location by id, or made in the same step. Start and end are the planned time; the
 * window is what was promised to the customer.
 */
export const bookJob = z.strictObject({
  customer: z.union([z.strictObject({ id }), z.strictObject({ new: newCustomer })]),
  location: z.union([
    z.strictObject({ id }),
    z.strictObject({ new: newLocation }),
    /** The n-th location of the new customer. */
    z.strictObject({ ofNewCustomer: z.int().min(0).max(19) }),
  ]),
  billToCustomerId: id.optional(),
  jobTypeId: id,
  businessUnitId: id,
  campaignId: id,
  priority: z.enum(JOB_PRIORITIES),
  summary: text(LONGEST_SUMMARY),
  customerPo: text(LONGEST_CUSTOMER_PO).default(''),
  tagIds: z.array(id).max(50).default([]),
  customFields: customValues.default({}),
  recallForJobId: id.optional(),
  warrantyForJobId: id.optional(),
  appointment: z.strictObject({
    ...times,
    windowStart: times.windowStart.default(null),
    windowEnd: times.windowEnd.default(null),
    technicianIds: z.array(id).max(20).default([]),
    specialInstructions: text(LONGEST_INSTRUCTIONS).default(''),
  }),
  overrideReason,
});

export const updateJob = z.strictObject({
  expected,
  changes: z
    .strictObject({
      summary: text(LONGEST_SUMMARY),
      jobTypeId: id,
      businessUnitId: id,
      priority: z.enum(JOB_PRIORITIES),
      billToCustomerId: id,
      campaignId: id,
      customerPo: text(LONGEST_CUSTOMER_PO),
      tagIds: z.array(id).max(50),
      customFields: customValues,
      /** What another program calls the job; null: nothing. */
      externalKey: requiredText(LONGEST_EXTERNAL_KEY).nullable(),
    })
    .partial(),
});
export const withReason = z.strictObject({ expected, reasonId: id, memo });
export const bare = z.strictObject({ expected });
/** `visits`: those whose time is over meanwhile, each with its new one (domain, `job/returning.ts`), and no others. */
export const removeCancellation = z.strictObject({
  expected,
  visits: z
    .array(
      z.strictObject({
        appointmentId: id,
        ...times,
        windowStart: times.windowStart.default(null),
        windowEnd: times.windowEnd.default(null),
      }),
    )
    .max(100)
    .default([]),
  overrideReason,
});
export const completeJob = z.strictObject({ expected, completedOn: instant.optional() });
export const addAppointment = z.strictObject({
  expected,
  ...times,
  windowStart: times.windowStart.default(null),
  windowEnd: times.windowEnd.default(null),
  /** Who goes; none: it waits in the tray. As while booking, for those who may assign then (domain-rules §9). */
  technicianIds: z.array(id).max(20).default([]),
  specialInstructions: text(LONGEST_INSTRUCTIONS).default(''),
  overrideReason,
});
export const reschedule = z.strictObject({
  expected,
  start: instant.optional(),
  end: instant.optional(),
  windowStart: instant.nullable().optional(),
  windowEnd: instant.nullable().optional(),
  cancelDispatch: z.boolean().default(false),
  overrideReason,
});
export const setInstructions = z.strictObject({ expected, text: text(LONGEST_INSTRUCTIONS) });
/** What another program calls the visit; null: nothing. */
export const setExternalKey = z.strictObject({
  expected,
  externalKey: requiredText(LONGEST_EXTERNAL_KEY).nullable(),
});
export const assign = z.strictObject({ expected, technicianIds: z.array(id).min(1).max(20), overrideReason });
export const unassign = z.strictObject({ expected, technicianIds: z.array(id).min(1).max(20) });
/** The board's drag: from a technician (or the tray, null) to a technician at a time, in one step. */
export const reassign = z.strictObject({
  expected,
  fromTechnicianId: id.nullable(),
  toTechnicianId: id,
  start: instant,
  end: instant,
  cancelDispatch: z.boolean().default(false),
  overrideReason,
});
/** Everybody off and into a holding lane at a time, in one step; what is left out of the time stays. */
export const park = z.strictObject({
  expected,
  holdingLaneId: id,
  start: instant.optional(),
  end: instant.optional(),
  cancelDispatch: z.boolean().default(false),
});
export const technicianStep = z.strictObject({ expected, technicianId: id, at: instant.optional() });
export const leave = z.strictObject({
  expected,
  technicianId: id,
  at: instant.optional(),
  comingBack: z.boolean().default(false),
});

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
  ...times,
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
export type BookJob = z.output<typeof bookJob>;
export type AppointmentView = z.output<typeof appointment>;
export type AssignmentView = z.output<typeof assignment>;
export type JobView = z.output<typeof job>;
export type JobCardView = z.output<typeof jobCard>;
export type JobSummary = z.output<typeof jobSummary>;
export type JobsWritten = z.output<typeof jobsWritten>;
