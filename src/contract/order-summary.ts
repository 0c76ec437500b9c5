/** A purchase order as lists have it. Only for who may see costs and vendors (domain-rules §9). */
import { z } from 'zod';
import { APPROVAL_STATUSES, ORDER_STATUSES } from '#domain/purchasing/purchase-order.ts';
import { day, id, pageOf, version } from './scalars.ts';

export const orderSummary = z.strictObject({
  id,
  version,
  number: z.int(),
  status: z.enum(ORDER_STATUSES),
  approval: z.enum(APPROVAL_STATUSES).nullable(),
  /** Pending, with an e-mail under way; or the last one failed. */
  mail: z.enum(['Sending', 'Failed']).nullable(),
  vendorId: id,
  vendorName: z.string(),
  typeId: id,
  businessUnitId: id,
  inventoryLocationId: id,
  jobId: id.nullable(),
  jobNumber: z.int().nullable(),
  projectId: id.nullable(),
  projectNumber: z.int().nullable(),
  technicianId: id.nullable(),
  date: day,
  requiredOn: day,
  expectedOn: day.nullable(),
  /** The first day anything open of it is awaited: the vendor's word, or the day it was asked for. */
  nextDeliveryOn: day.nullable(),
  /** That day is over, and it has not come. */
  isOverdue: z.boolean(),
  totalCents: z.int(),
  /** Came between the days the list is asked for, with the tax and freight of its receipts; else in all. */
  receivedCents: z.int(),
  currency: z.string(),
  lineCount: z.int(),
  createdByName: z.string(),
  /** Of its receipts in their order; of the order while nothing has come. */
  vendorInvoiceNumbers: z.array(z.string()),
});
export const orderPage = pageOf(orderSummary);
export type OrderSummary = z.output<typeof orderSummary>;
