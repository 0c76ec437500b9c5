/** All that stands beside a call: who it is, where, what was done, what is owed. One request. */
import { z } from 'zod';
import { INVOICE_SYNC_STATUSES, JOB_STATUSES } from '#domain/job/job-card.ts';
import { customer } from './customer.ts';
import { reasonGiven } from './job.ts';
import { day, id, instant } from './scalars.ts';

export const customerOverview = z.strictObject({
  customer,
  /** The five newest the reader may see, by number. */
  jobs: z.array(
    z.strictObject({
      id,
      number: z.int(),
      status: z.enum(JOB_STATUSES),
      jobTypeId: id,
      businessUnitId: id,
      locationId: id,
      summary: z.string(),
      /** Start of its latest visit; null: it has none that counts. */
      start: instant.nullable(),
      bookedOn: instant,
    }),
  ),
  jobCount: z.int(),
  /** The job canceled last, within 30 days: why, by whom and when is what its caller asks. */
  lastCanceled: z
    .strictObject({ id, number: z.int(), jobTypeId: id, summary: z.string(), canceled: reasonGiven })
    .nullable(),
  /** Invoices with something left to pay, the oldest first. */
  invoices: z.array(
    z.strictObject({
      id,
      number: z.int(),
      jobId: id.nullable(),
      syncStatus: z.enum(INVOICE_SYNC_STATUSES),
      invoiceDate: day,
      dueDate: day,
      currency: z.string(),
      totalCents: z.int(),
      /** What is left of the total by the ledger; below none for a credit. */
      balanceCents: z.int(),
    }),
  ),
  /** Memberships come with issue 6: until then nobody has one. */
  memberships: z.array(z.strictObject({ id, name: z.string() })),
  /** Pinned: the customer's, then those of their locations, each the newest first. */
  notes: z.array(
    z.strictObject({
      id,
      /** Where it is about; null: the customer as a whole. */
      locationId: id.nullable(),
      text: z.string(),
      authorName: z.string(),
      createdOn: instant,
    }),
  ),
});
export type CustomerOverview = z.output<typeof customerOverview>;
