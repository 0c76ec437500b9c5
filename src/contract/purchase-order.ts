/** Purchase orders, their lines and receipts (domain-rules §5). Only for who may see costs and vendors (§9). */
import { z } from 'zod';
import { BILL_STATUSES } from '#domain/bills/bill.ts';
import { INVOICE_SYNC_STATUSES } from '#domain/job/job-card.ts';
import { LONGEST_ORDER, LONGEST_PHONE } from '#domain/lengths.ts';
import {
  APPROVAL_STATUSES,
  CANCEL_REASONS,
  DESCRIPTION_SOURCES,
  MOST_LINES,
  ORDER_STATUSES,
  REJECTION_REASONS,
  SHIP_TO_KINDS,
} from '#domain/purchasing/purchase-order.ts';
import { RETURN_STATUSES } from '#domain/purchasing/vendor-return.ts';
import { WHOLE_RATE } from '#domain/vendor/vendor.ts';
import { MOST_COST } from './most-amounts.ts';
import { orderDelivery, orderSend } from './order-send.ts';
import { amount, receiptFields, units } from './receiving.ts';
import { day, expected, id, instant, text, version } from './scalars.ts';
import { stamp, stamped } from './stamp.ts';

/** 1/10,000 of the currency (domain/money.ts); a hundred million of money. */
const cost = z.int().min(0).max(MOST_COST);

const tax = z.union([
  z.strictObject({ kind: z.literal('Rate'), rate: z.int().min(0).max(WHOLE_RATE) }),
  z.strictObject({ kind: z.literal('Typed'), cents: amount }),
]);

/** What people decide on; in `purchaseOrders.update` each alone. */
const fields = {
  vendorId: id,
  typeId: id,
  businessUnitId: id,
  inventoryLocationId: id,
  shipTo: z.enum(SHIP_TO_KINDS),
  shipToPhone: text(LONGEST_PHONE),
  shipToFax: text(LONGEST_PHONE),
  shippingType: text(LONGEST_ORDER.shipping),
  shippingDate: day.nullable(),
  date: day,
  requiredOn: day,
  jobId: id.nullable(),
  projectId: id.nullable(),
  technicianId: id.nullable(),
  purchaseForCustomerId: id.nullable(),
  tax,
  shippingCents: amount,
  memo: text(LONGEST_ORDER.memo),
  externalPoNumber: text(LONGEST_ORDER.reference),
  vendorInvoiceNumber: text(LONGEST_ORDER.reference),
  paymentTermId: id.nullable(),
  taxZoneId: id.nullable(),
  showTaxPerCategory: z.boolean(),
  printTemplate: text(LONGEST_ORDER.reference),
  descriptionsFrom: z.enum(DESCRIPTION_SOURCES),
};
const lineFields = {
  /** null: free text, which needs a description. */
  skuId: id.nullable(),
  description: text(LONGEST_ORDER.description),
  vendorPartNumber: text(LONGEST_ORDER.partNumber),
  quantity: units,
  cost,
  expectedOn: day.nullable(),
};
/** Of a SKU, what is left out is the SKU's: its name, its cost. */
export const newOrderLine = z
  .strictObject({
    ...lineFields,
    description: lineFields.description.optional(),
    vendorPartNumber: lineFields.vendorPartNumber.default(''),
    cost: lineFields.cost.optional(),
    expectedOn: lineFields.expectedOn.default(null),
  })
  .refine((line) => line.skuId !== null || Boolean(line.description), {
    path: ['description'],
    message: 'is missing',
  });
const newLines = z.array(newOrderLine).max(MOST_LINES);

/** A vendor, a type, a unit and a place; all else has a default, or the vendor's or the type's. */
export const newOrder = z.strictObject({
  ...fields,
  shipTo: fields.shipTo.default('InventoryLocation'),
  shipToPhone: fields.shipToPhone.default(''),
  shipToFax: fields.shipToFax.default(''),
  shippingType: fields.shippingType.default(''),
  shippingDate: fields.shippingDate.default(null),
  date: fields.date.optional(),
  requiredOn: fields.requiredOn.optional(),
  jobId: fields.jobId.default(null),
  projectId: fields.projectId.default(null),
  technicianId: fields.technicianId.default(null),
  purchaseForCustomerId: fields.purchaseForCustomerId.default(null),
  tax: fields.tax.optional(),
  shippingCents: fields.shippingCents.default(0),
  memo: fields.memo.default(''),
  externalPoNumber: fields.externalPoNumber.default(''),
  vendorInvoiceNumber: fields.vendorInvoiceNumber.default(''),
  paymentTermId: fields.paymentTermId.optional(),
  taxZoneId: fields.taxZoneId.default(null),
  showTaxPerCategory: fields.showTaxPerCategory.default(false),
  printTemplate: fields.printTemplate.default(''),
  descriptionsFrom: fields.descriptionsFrom.default('Sku'),
  lines: newLines.default([]),
});
/** `sentOn`: the moment it went out, for an order that had gone out before it was marked so. */
export const updateOrder = z.strictObject({
  expected,
  changes: z.strictObject(fields).partial().default({}),
  sentOn: instant.optional(),
  add: newLines.default([]),
  change: z
    .array(z.strictObject({ id, changes: z.strictObject(lineFields).partial() }))
    .max(MOST_LINES)
    .default([]),
  remove: z.array(id).max(MOST_LINES).default([]),
});

const memo = text(LONGEST_ORDER.memo);
export const orderStep = z.strictObject({ expected });
export const orderStepWithMemo = z.strictObject({ expected, memo: memo.default('') });
export const rejectOrder = z.strictObject({
  expected,
  reason: z.enum(REJECTION_REASONS),
  memo: memo.default(''),
});
export const cancelOrder = z.strictObject({
  expected,
  reason: z.enum(CANCEL_REASONS),
  memo: memo.default(''),
});

const orderLine = z.strictObject({
  ...lineFields,
  id,
  position: z.int(),
  description: z.string(),
  vendorPartNumber: z.string(),
  stocked: z.boolean(),
  serialized: z.boolean(),
  active: z.boolean(),
  /** null: free text. */
  skuCode: z.string().nullable(),
  /** "each" where it is free text. */
  unit: z.string(),
});
const receipt = z.strictObject({
  ...receiptFields,
  vendorInvoiceNumber: z.string(),
  id,
  number: z.int(),
  made: stamped,
  canceled: stamped.nullable(),
  exported: stamped.nullable(),
  lines: z.array(
    z.strictObject({
      id,
      lineId: id,
      inventoryLocationId: id,
      place: z.string(),
      quantity: z.int(),
      serials: z.array(z.string()),
    }),
  ),
});
const returned = z.strictObject({
  id,
  number: z.int(),
  status: z.enum(RETURN_STATUSES),
  date: day,
  expectedCents: z.int(),
  creditedCents: z.int().nullable(),
});
const approval = z.strictObject({
  status: z.enum(APPROVAL_STATUSES),
  requested: stamped,
  decided: stamped.nullable(),
  approvedCents: z.int().nullable(),
  reason: z.enum(REJECTION_REASONS).nullable(),
  memo: z.string(),
});
const order = z.strictObject({
  ...fields,
  shipToPhone: z.string(),
  shipToFax: z.string(),
  memo: z.string(),
  id,
  version,
  number: z.int(),
  currency: z.string(),
  status: z.enum(ORDER_STATUSES),
  isReplenishment: z.boolean(),
  approval: approval.nullable(),
  created: stamped,
  raisedBy: z.int(),
  /** On its way to the vendor by e-mail: not sent yet, and not to be changed meanwhile. */
  sending: z.strictObject({ ...stamp, sendId: id }).nullable(),
  sent: stamped.nullable(),
  received: stamped.nullable(),
  canceled: z.strictObject({ ...stamp, reason: z.enum(CANCEL_REASONS), memo: z.string() }).nullable(),
  closedShort: z.strictObject({ ...stamp, memo: z.string() }).nullable(),
  exported: stamped.nullable(),
  modifiedOn: instant,
});
const billOfOrder = z.strictObject({
  id,
  number: z.int(),
  kind: z.enum(['Bill', 'Credit']),
  status: z.enum(BILL_STATUSES),
  syncStatus: z.enum(INVOICE_SYNC_STATUSES),
  receiptId: id.nullable(),
  vendorInvoiceNumber: z.string(),
  dueDate: day,
  payableCents: z.int(),
  paidCents: z.int(),
  /** Neither canceled nor made good by a credit, nor a credit itself. */
  isStanding: z.boolean(),
  /** The vendor's figures are here. */
  hasPaper: z.boolean(),
});
/**
 * An order with its lines and receipts as the rules decide on them (`OrderCard`), what people call what it names, and
 * what the rules ask of the person who reads it.
 */
export const orderCard = z.strictObject({
  order,
  lines: z.array(orderLine),
  receipts: z.array(receipt),
  /** What goes or went back to the vendor, oldest first. */
  returns: z.array(returned),
  bills: z.array(billOfOrder),
  /** Of each line, by the vendor's papers that stand. */
  billed: z.array(z.strictObject({ lineId: id, quantity: z.int(), cents: z.int() })),
  names: z.strictObject({
    vendor: z.string(),
    type: z.string(),
    businessUnit: z.string(),
    inventoryLocation: z.string(),
    jobNumber: z.int().nullable(),
    projectNumber: z.int().nullable(),
    technician: z.string().nullable(),
    purchaseForCustomer: z.string().nullable(),
    paymentTerm: z.string().nullable(),
    taxZone: z.string().nullable(),
  }),
  asking: z.strictObject({
    actorLimitCents: z.int().nullable(),
    authorLimitCents: z.int().nullable(),
    /** How much more than ordered is taken from this vendor, in millionths. */
    overReceipt: z.int(),
    /** In the unit's zone: nothing is received tomorrow. */
    today: day,
    /** Of lines that are on returns which were not canceled. */
    returned: z.array(z.strictObject({ lineId: id, quantity: z.int() })),
  }),
  delivery: orderDelivery,
  /** Newest first. */
  /** The latest, and any that is still under way. */
  sends: z.array(orderSend),
  /** Of all there were. */
  sendCount: z.int(),
});
export const orderWritten = z.strictObject({ operationId: id, merged: z.boolean(), card: orderCard });

/** Its job was canceled and nobody has said what becomes of it. */
export const orderOfCanceledJob = z.strictObject({
  id,
  version,
  number: z.int(),
  status: z.enum(ORDER_STATUSES),
  vendorName: z.string(),
  jobId: id,
  jobNumber: z.int(),
  jobCanceledOn: instant,
  totalCents: z.int(),
  currency: z.string(),
});
/** Newest first. `isCut`: there are more than are told; they come up as these are decided. */
export const ordersOfCanceledJobs = z.strictObject({
  items: z.array(orderOfCanceledJob),
  isCut: z.boolean(),
});
export type OrdersOfCanceledJobs = z.output<typeof ordersOfCanceledJobs>;
export type OrderOfCanceledJob = z.output<typeof orderOfCanceledJob>;

export type OrderCardView = z.output<typeof orderCard>;
export type OrderLineView = z.output<typeof orderLine>;
export type ReceiptView = z.output<typeof receipt>;
export type OrderWritten = z.output<typeof orderWritten>;
