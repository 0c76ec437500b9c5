/** A job's invoice as a document: what it keeps of its own (domain-rules §1, "Snapshots"). Prices and rates, no cost. */
import { z } from 'zod';
import { COPIED_PARTS } from '#domain/invoice.ts';
import { INVOICE_SYNC_STATUSES } from '#domain/job/job-card.ts';
import { TAX_BASES } from '#domain/tax-rates.ts';
import { day, expected, id, version } from './scalars.ts';

export const addressCopy = z.strictObject({
  name: z.string(),
  street: z.string(),
  unit: z.string(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  country: z.string(),
});

/** The tax zone with the rates in force on the invoice's date, in millionths; null: none. */
export const taxCopy = z
  .strictObject({
    name: z.string(),
    rates: z.array(z.strictObject({ name: z.string(), base: z.enum(TAX_BASES), rate: z.int() })),
  })
  .nullable();

export const invoiceDocument = z.strictObject({
  id,
  version,
  number: z.int(),
  jobId: id,
  syncStatus: z.enum(INVOICE_SYNC_STATUSES),
  currency: z.string(),
  invoiceDate: day,
  dueDate: day,
  billTo: addressCopy,
  place: addressCopy,
  /** The payment term's text; null: due on receipt. */
  term: z.string().nullable(),
  tax: taxCopy,
  /** What the records say otherwise by now; of a Pending invoice `jobs.refreshInvoice` takes it over. */
  differs: z.array(z.enum(COPIED_PARTS)),
});
export type InvoiceDocument = z.output<typeof invoiceDocument>;

/** `expected`: the invoice. */
export const refreshInvoice = z.strictObject({ expected });
export const invoiceRefreshed = z.strictObject({
  operationId: id,
  merged: z.boolean(),
  invoice: invoiceDocument,
});
