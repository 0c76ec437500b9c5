/** Schemas of invoices. */
import { z } from 'zod';
import { INVOICE_KINDS, REVIEW_STATUSES } from '#domain/invoices/invoice.ts';
import { INVOICE_SYNC_STATUSES } from '#domain/job/job-card.ts';
import type { Schemas } from '../endpoint.ts';
import * as invoice from '../invoice.ts';
import { outcomesWritten } from '../outcomes.ts';
import * as posting from '../posting.ts';
import type { invoices as rows } from '../routes/invoices.ts';
import { day, idListText, idPageQuery, idText, listOf } from '../scalars.ts';
import { byId } from './by-id.ts';

const step = <B extends z.ZodType>(body: B) =>
  ({ params: byId, body, responses: { 200: invoice.invoiceWritten } }) as const;

export const invoicesSchemas = {
  'invoices.list': {
    query: z.strictObject({
      /** Its number, the customer's name, the job's number. */
      q: z.string().max(200).optional(),
      kinds: listOf(INVOICE_KINDS).optional(),
      syncStatuses: listOf(INVOICE_SYNC_STATUSES).optional(),
      reviewStatuses: listOf(REVIEW_STATUSES).optional(),
      customerId: idText.optional(),
      jobId: idText.optional(),
      projectId: idText.optional(),
      businessUnitIds: idListText.optional(),
      /** First and last day of the invoice, and first and last day it is due, all counted. */
      from: day.optional(),
      to: day.optional(),
      dueFrom: day.optional(),
      dueTo: day.optional(),
      /** Something is owed on it. */
      unpaid: z.literal('true').optional(),
      /** The same, and it was due before today, as it is where its business unit is. */
      overdue: z.literal('true').optional(),
      ...idPageQuery,
    }),
    responses: { 200: invoice.invoicePage },
  },
  'invoices.get': { params: byId, responses: { 200: invoice.invoiceCard } },
  'invoices.proposals': {
    query: z.strictObject({
      /** Of one of them; of neither nothing. */
      jobId: idText.optional(),
      projectId: idText.optional(),
    }),
    responses: { 200: invoice.proposals },
  },
  'invoices.create': { body: invoice.newInvoice, responses: { 201: invoice.invoiceWritten } },
  'invoices.update': step(invoice.updateInvoice),
  'invoices.review': { body: invoice.reviewInvoices, responses: { 200: outcomesWritten } },
  'invoices.void': step(invoice.voidInvoice),
  'invoices.discount': step(invoice.discountInvoice),
  'invoices.invoiceJob': step(invoice.invoiceJob),
  'invoices.correct': { params: byId, body: posting.correcting, responses: { 201: posting.corrected } },
  'invoices.editItems': step(invoice.editItems),
} as const satisfies Record<keyof typeof rows, Schemas>;
