/** Schemas of purchase orders. */
import { z } from 'zod';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { APPROVAL_STATUSES, ORDER_STATUSES } from '#domain/purchasing/purchase-order.ts';
import { SPEND_BY } from '#domain/purchasing/spend.ts';
import type { Schemas } from '../endpoint.ts';
import * as imported from '../list-imported.ts';
import * as sends from '../order-send.ts';
import { orderPage } from '../order-summary.ts';
import { projectNames } from '../project.ts';
import * as orders from '../purchase-order.ts';
import * as receiving from '../receiving.ts';
import type { purchaseOrders as rows } from '../routes/purchase-orders.ts';
import { currency, day, idListText, idPageQuery, idText, pageQuery } from '../scalars.ts';
import * as spend from '../spend.ts';
import { byId } from './by-id.ts';

const statuses = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.enum(ORDER_STATUSES)));
/** What the list is narrowed to; what was spent is narrowed to the same. */
const filters = {
  /** Its number, the vendor's name, any number of the vendor's invoices, our reference. */
  q: z.string().max(200).optional(),
  statuses: statuses.optional(),
  approval: z.enum(APPROVAL_STATUSES).optional(),
  vendorId: idText.optional(),
  typeIds: idListText.optional(),
  businessUnitIds: idListText.optional(),
  jobId: idText.optional(),
  projectId: idText.optional(),
  technicianId: idText.optional(),
  /** For none of these. */
  without: z.enum(['job', 'project', 'technician']).optional(),
  currency: currency.optional(),
  skuId: idText.optional(),
  /** First and last day of the order, both counted; below, the day it was asked for, and when it comes next. */
  from: day.optional(),
  to: day.optional(),
  requiredFrom: day.optional(),
  requiredTo: day.optional(),
  expectedFrom: day.optional(),
  expectedTo: day.optional(),
  /** Something of it came between these days. */
  receivedFrom: day.optional(),
  receivedTo: day.optional(),
  /** Any of the vendor's invoice numbers is this one. */
  invoice: z.string().min(1).max(LONGEST_ORDER.reference).optional(),
  /** None of them is. */
  notInvoice: z.string().min(1).max(LONGEST_ORDER.reference).optional(),
  overdue: z.literal('true').optional(),
};
const step = <B extends z.ZodType>(body: B) =>
  ({ params: byId, body, responses: { 200: orders.orderWritten } }) as const;

export const purchaseOrdersSchemas = {
  'purchaseOrders.list': {
    query: z.strictObject({ ...filters, ...idPageQuery }),
    responses: { 200: orderPage },
  },
  'purchaseOrders.spend': {
    query: z.strictObject({ ...filters, ...pageQuery, by: z.enum(SPEND_BY), from: day, to: day }),
    responses: { 200: spend.orderSpend },
  },
  'purchaseOrders.deliveries': {
    query: z.strictObject({
      from: day.optional(),
      to: day,
      vendorId: idText.optional(),
      businessUnitIds: idListText.optional(),
    }),
    responses: { 200: spend.deliveries },
  },
  'purchaseOrders.feed': { responses: { 200: spend.deliveryFeed } },
  'purchaseOrders.makeFeed': { responses: { 201: spend.feedMade } },
  'purchaseOrders.revokeFeed': { responses: { 200: spend.deliveryFeed } },
  'purchaseOrders.checkImport': { body: imported.checkImport, responses: { 200: imported.importChecked } },
  'purchaseOrders.import': { body: imported.writeImport, responses: { 200: imported.listImported } },
  'purchaseOrders.projects': {
    query: z.strictObject({ q: z.string().max(200).optional(), id: idText.optional() }),
    responses: { 200: projectNames },
  },
  'purchaseOrders.get': { params: byId, responses: { 200: orders.orderCard } },
  'purchaseOrders.paper': {
    params: byId,
    query: z.strictObject({
      format: z.enum(['pdf', 'xlsx']),
      /** Lines of one SKU at one cost as one. */
      rolledUp: z.literal('true').optional(),
      /** As this e-mail had it; left out: as the order is now. */
      sendId: idText.optional(),
    }),
    responses: { 200: null },
  },
  'purchaseOrders.create': { body: orders.newOrder, responses: { 201: orders.orderWritten } },
  'purchaseOrders.update': step(orders.updateOrder),
  'purchaseOrders.submit': step(orders.orderStepWithMemo),
  'purchaseOrders.approve': step(orders.orderStepWithMemo),
  'purchaseOrders.reject': step(orders.rejectOrder),
  'purchaseOrders.send': step(sends.sendOrder),
  'purchaseOrders.stopSending': step(sends.stopSending),
  'purchaseOrders.markSent': step(orders.orderStep),
  'purchaseOrders.backToPending': step(orders.orderStep),
  'purchaseOrders.receive': step(receiving.receiveOrder),
  'purchaseOrders.correctReceipt': step(receiving.correctReceipt),
  'purchaseOrders.cancelReceipt': step(receiving.cancelReceipt),
  'purchaseOrders.closeShort': step(orders.orderStepWithMemo),
  'purchaseOrders.cancel': step(orders.cancelOrder),
  'purchaseOrders.ofCanceledJobs': { responses: { 200: orders.ordersOfCanceledJobs } },
  'purchaseOrders.keep': step(orders.orderStep),
  'purchaseOrders.export': step(orders.orderStep),
} as const satisfies Record<keyof typeof rows, Schemas>;
