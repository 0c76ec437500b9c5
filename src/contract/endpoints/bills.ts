/** Schemas of bills. */
import { z } from 'zod';
import { BILL_STATUSES } from '#domain/bills/bill.ts';
import { INVOICE_SYNC_STATUSES } from '#domain/job/job-card.ts';
import * as bill from '../bill.ts';
import type { Schemas } from '../endpoint.ts';
import * as imported from '../list-imported.ts';
import type { bills as rows } from '../routes/bills.ts';
import { day, idListText, idPageQuery, idText, listOf } from '../scalars.ts';
import { byId } from './by-id.ts';

const step = <B extends z.ZodType>(body: B) =>
  ({ params: byId, body, responses: { 200: bill.billWritten } }) as const;

export const billsSchemas = {
  'bills.list': {
    query: z.strictObject({
      /** Its number, the vendor's number or name, the order's number. */
      q: z.string().max(200).optional(),
      statuses: listOf(BILL_STATUSES).optional(),
      syncStatuses: listOf(INVOICE_SYNC_STATUSES).optional(),
      vendorId: idText.optional(),
      orderId: idText.optional(),
      jobId: idText.optional(),
      projectId: idText.optional(),
      businessUnitIds: idListText.optional(),
      /** Exactly so written, whatever the case. */
      vendorInvoiceNumber: z.string().max(200).optional(),
      /** First and last day it is due, both counted. */
      dueFrom: day.optional(),
      dueTo: day.optional(),
      /** Reconciled, and not paid whole. */
      unpaid: z.literal('true').optional(),
      ...idPageQuery,
    }),
    responses: { 200: bill.billPage },
  },
  'bills.get': { params: byId, responses: { 200: bill.billCard } },
  'bills.create': { body: bill.newBill, responses: { 201: bill.billWritten } },
  'bills.enter': step(bill.enterBill),
  'bills.agree': step(bill.billStep),
  'bills.judge': step(bill.judgeBill),
  'bills.cancel': step(bill.billStep),
  'bills.agreeMany': { body: bill.agreeMany, responses: { 200: bill.billsWritten } },
  'bills.checkImport': { body: imported.checkImport, responses: { 200: imported.importChecked } },
  'bills.import': { body: imported.writeImport, responses: { 200: imported.listImported } },
  'bills.books': { body: bill.billsInBooks, responses: { 200: bill.billsWritten } },
} as const satisfies Record<keyof typeof rows, Schemas>;
