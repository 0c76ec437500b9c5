/** What customers owe, by how long (domain-rules §8). Prices, no cost: for the whole office that sees invoices. */
import { z } from 'zod';
import { INVOICE_KINDS } from '#domain/invoices/invoice.ts';
import { day, id } from './scalars.ts';

/** Cents as `AGE_BUCKETS`; `unappliedCents` below none: what customers have paid that is applied to nothing. */
const aged = {
  buckets: z.array(z.int()),
  unappliedCents: z.int(),
  totalCents: z.int(),
};
const sum = z.strictObject({ count: z.int(), cents: z.int() });
const ofCurrency = z.strictObject({
  currency: z.string(),
  ...aged,
  /** Open ones without a payment term, and not posted yet: in the sums as well, and also said when one of the two is asked for. */
  noTerm: sum,
  notPosted: sum,
});
export const ageing = z.strictObject({
  asOf: day,
  /** Of everything that is asked for, not of the page alone. */
  totals: z.array(ofCurrency),
  items: z.array(
    z.strictObject({
      /** Of a customer, or of a business unit, as it was asked. */
      id,
      name: z.string(),
      currency: z.string(),
      ...aged,
      oldestDue: day.nullable(),
      documents: z.int(),
    }),
  ),
  /** Of the next page, as `from`; null: there is none. */
  next: z.int().nullable(),
  total: z.int(),
});
export const openDocuments = z.strictObject({
  asOf: day,
  items: z.array(
    z.strictObject({
      kind: z.enum(['invoice', 'payment']),
      id,
      number: z.int(),
      /** Of an invoice. */
      invoiceKind: z.enum(INVOICE_KINDS).nullable(),
      businessUnitId: id,
      jobId: id.nullable(),
      jobNumber: z.int().nullable(),
      date: day,
      dueDate: day.nullable(),
      currency: z.string(),
      totalCents: z.int(),
      balanceCents: z.int(),
      bucket: z.int().nullable(),
    }),
  ),
  /** More are open than are listed. */
  hasMore: z.boolean(),
});
export type Ageing = z.output<typeof ageing>;
export type AgeingRow = Ageing['items'][number];
export type OpenDocuments = z.output<typeof openDocuments>;
