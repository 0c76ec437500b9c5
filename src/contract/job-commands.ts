/** What is asked of a job, and of a job and one visit alike: domain-rules §2. */

import { z } from 'zod';
import { JOB_PRIORITIES } from '#domain/job/job-card.ts';
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
import { expected, id, instant, requiredText, text } from './scalars.ts';

const memo = text(LONGEST_STEP_MEMO).default('');
export const overrideReason = requiredText(LONGEST_OVERRIDE_REASON).optional();

/** The planned time, and what was promised to the customer: nothing, unless it is said. */
const plannedTimes = {
  start: instant,
  end: instant,
  windowStart: instant.nullable().default(null),
  windowEnd: instant.nullable().default(null),
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
    ...plannedTimes,
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
/** `visits`: those whose time is over meanwhile, each with its new one (domain, `job/returning.ts`), and no others. */
export const removeCancellation = z.strictObject({
  expected,
  visits: z
    .array(z.strictObject({ appointmentId: id, ...plannedTimes }))
    .max(100)
    .default([]),
  overrideReason,
});
export const completeJob = z.strictObject({ expected, completedOn: instant.optional() });
export const addAppointment = z.strictObject({
  expected,
  ...plannedTimes,
  /** Who goes; none: it waits in the tray. As while booking, for those who may assign then (domain-rules §9). */
  technicianIds: z.array(id).max(20).default([]),
  specialInstructions: text(LONGEST_INSTRUCTIONS).default(''),
  overrideReason,
});

export const withReason = z.strictObject({ expected, reasonId: id, memo });
export const bare = z.strictObject({ expected });
export const assign = z.strictObject({ expected, technicianIds: z.array(id).min(1).max(20), overrideReason });
export const unassign = z.strictObject({ expected, technicianIds: z.array(id).min(1).max(20) });

export type BookJob = z.output<typeof bookJob>;
