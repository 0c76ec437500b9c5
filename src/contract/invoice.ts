/** Invoices of every kind (domain-rules §7). Prices for all who read them, what things cost only to those who may see it (§9). */
import { z } from 'zod';
import { DOCUMENT_LENGTHS } from '#domain/document-copy.ts';
import { MOST_TOTAL } from '#domain/invoices/amounts.ts';
import { INVOICE_COMMANDS } from '#domain/invoices/decide.ts';
import {
  INVOICE_KINDS,
  INVOICE_RELATIONS,
  ITEM_KINDS,
  ITEM_SOURCES,
  MEMBERSHIP_EVENTS,
  MOST_ITEMS,
  REVIEW_STATUSES,
} from '#domain/invoices/invoice.ts';
import { INVOICE_SYNC_STATUSES } from '#domain/job/job-card.ts';
import { LONGEST_INVOICE } from '#domain/lengths.ts';
import { DUE_BY } from '#domain/payment-term.ts';
import { DOCUMENT_KINDS } from '#domain/receivables/ledger.ts';
import { addressCopy, taxCopy } from './job-invoice.ts';
import { MOST_COST, MOST_UNITS } from './most-amounts.ts';
import { day, expected, id, instant, pageOf, requiredText, text, version } from './scalars.ts';
import { stamp } from './stamp.ts';

/** Either way: what goes back, and what is taken off, is below none. */
const quantity = z.int().min(-MOST_UNITS).max(MOST_UNITS);
const price = z.int().min(-MOST_COST).max(MOST_COST);

const itemFields = {
  kind: z.enum(ITEM_KINDS),
  skuId: id.nullable(),
  description: text(LONGEST_INVOICE.description),
  quantity,
  price,
  /** Of one; of who may not see costs it is not taken either. */
  cost: z.int().min(0).max(MOST_COST),
  taxable: z.boolean(),
  glAccountId: id.nullable(),
  technicianId: id.nullable(),
};
/**
 * `id` null: a new one, after the last, or at `position`. What is left out stays as it is; of a new one, or with another
 * SKU, it is the SKU's: its words, kind, price, average cost (or its own), tax and income account (else the unit's).
 */
const writtenItem = z.strictObject({
  id: id.nullable(),
  ...z.strictObject({ ...itemFields, position: z.int().min(1).max(MOST_ITEMS) }).partial().shape,
});
/** Whose review is told in one step. */
const MOST_AT_ONCE = 200;

/** `expected`: the invoice, and each item that is changed or removed. Items that are not named stay. */
export const editItems = z.strictObject({
  expected,
  items: z.array(writtenItem).max(MOST_ITEMS).default([]),
  removed: z.array(id).max(MOST_ITEMS).default([]),
});

const items = z.array(writtenItem).max(MOST_ITEMS);
/** In millionths, of all there is. */
const rate = z.int().min(1).max(1_000_000);
const some = z.int().min(1).max(MOST_TOTAL);
const memo = text(LONGEST_INVOICE.memo).default('');
/** A part of what there is to take, or an amount. */
const share = z.union([z.strictObject({ rate }), z.strictObject({ cents: some })]);
const discount = z.strictObject({
  share,
  description: requiredText(LONGEST_INVOICE.description).default('Discount'),
});

/** Items of a new invoice are all new. `Financing` also takes its amount off the invoice it is about. */
export const newInvoice = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('PointOfSale'),
    customerId: id,
    businessUnitId: id,
    /** null: its business unit's. */
    taxZoneId: id.nullable().default(null),
    memo,
    items: items.default([]),
  }),
  z.strictObject({ kind: z.literal('Adjustment'), aboutInvoiceId: id, memo, items: items.default([]) }),
  z.strictObject({
    kind: z.literal('Project'),
    projectId: id,
    businessUnitId: id,
    stage: text(LONGEST_INVOICE.stage).default(''),
    /** Whose work is invoiced; null: all of the project's, and what was ordered for the project itself. */
    jobIds: z.array(id).min(1).max(MOST_ITEMS).nullable().default(null),
    /** Of what is not invoiced yet; null: nothing of it, items alone. */
    progress: share.nullable().default(null),
    memo,
    items: items.default([]),
  }),
  z.strictObject({
    kind: z.literal('Financing'),
    aboutInvoiceId: id,
    /** Who pays in place of the customer. */
    financingCustomerId: id,
    cents: some,
    memo,
  }),
  z.strictObject({ kind: z.literal('WriteOff'), aboutInvoiceId: id, cents: some, memo }),
]);
const billTo = (field: keyof typeof DOCUMENT_LENGTHS) => text(DOCUMENT_LENGTHS[field]);
export const updateInvoice = z.strictObject({
  expected,
  changes: z
    .strictObject({
      memo: text(LONGEST_INVOICE.memo),
      stage: text(LONGEST_INVOICE.stage),
      invoiceDate: day,
      /** Left out while the date or the term changes: by the term. */
      dueDate: day,
      paymentTermId: id.nullable(),
      taxZoneId: id.nullable(),
      billToName: requiredText(DOCUMENT_LENGTHS.name),
      billToStreet: billTo('street'),
      billToUnit: billTo('unit'),
      billToCity: billTo('city'),
      billToState: billTo('state'),
      billToZip: billTo('zip'),
      billToCountry: billTo('country'),
    })
    .partial(),
});
export const reviewInvoices = z.strictObject({
  reviewStatus: z.enum(REVIEW_STATUSES),
  expected: z
    .array(z.strictObject({ kind: z.literal('invoice'), id, version }))
    .min(1)
    .max(MOST_AT_ONCE),
});
export const voidInvoice = z.strictObject({ expected, memo: requiredText(LONGEST_INVOICE.memo) });
export const discountInvoice = z.strictObject({ expected, ...discount.shape });

const SOURCES = ['Receipt', 'JobPart'] as const;
const sourceFields = { source: z.enum(SOURCES), sourceId: id };
/** All in one step: what came and was used, items besides, a discount on what there is then, and how far it was looked at. */
export const invoiceJob = z.strictObject({
  expected,
  sources: z.array(z.strictObject(sourceFields)).max(MOST_ITEMS).default([]),
  items: items.default([]),
  removed: z.array(id).max(MOST_ITEMS).default([]),
  discount: discount.nullable().default(null),
  reviewStatus: z.enum(REVIEW_STATUSES).optional(),
});
/** What was received for, or used on, a job or a project's jobs, and is not on an invoice yet. */
export const proposals = z.strictObject({
  items: z.array(
    z.strictObject({
      ...sourceFields,
      jobId: id.nullable(),
      jobNumber: z.int().nullable(),
      kind: z.enum(ITEM_KINDS),
      skuId: id.nullable(),
      skuCode: z.string().nullable(),
      description: z.string(),
      quantity: z.int(),
      price: z.int(),
      taxable: z.boolean(),
      technicianId: id.nullable(),
      /** All of it, and as much of that as no invoice asks for yet. */
      lineCents: z.int(),
      unbilledCents: z.int(),
    }),
  ),
  unbilledCents: z.int(),
});

const linkFields = { id, number: z.int(), kind: z.enum(INVOICE_KINDS) };
const summaryFields = {
  ...linkFields,
  version,
  /** Of a membership: what happened to it. */
  event: z.enum(MEMBERSHIP_EVENTS).nullable(),
  customerId: id,
  customerName: z.string(),
  jobId: id.nullable(),
  jobNumber: z.int().nullable(),
  projectId: id.nullable(),
  projectNumber: z.int().nullable(),
  projectName: z.string().nullable(),
  businessUnitId: id,
  invoiceDate: day,
  dueDate: day,
  currency: z.string(),
  totalCents: z.int(),
  /** By the ledger: above none is owed, below none is the customer's credit. */
  balanceCents: z.int(),
  syncStatus: z.enum(INVOICE_SYNC_STATUSES),
  reviewStatus: z.enum(REVIEW_STATUSES),
  isVoid: z.boolean(),
};
export const invoiceSummary = z.strictObject(summaryFields);
export const invoicePage = pageOf(invoiceSummary);

const item = z.strictObject({
  ...z.strictObject(itemFields).omit({ cost: true }).shape,
  id,
  version,
  position: z.int(),
  description: z.string(),
  skuCode: z.string().nullable(),
  glAccount: z.string().nullable(),
  technicianName: z.string().nullable(),
  /** What put it there, and takes it away again; null: somebody wrote it. */
  source: z.enum(ITEM_SOURCES).nullable(),
  lineCents: z.int(),
  taxCents: z.int(),
  /** Of one, and of the line; null for who may not see costs. */
  spent: z.strictObject({ cost: z.int().nullable(), costCents: z.int().nullable() }).nullable(),
});
const term = z.strictObject({
  name: z.string(),
  dueBy: z.enum(DUE_BY),
  dueInDays: z.int(),
  dueDay: z.int().nullable(),
  /** Of the total when it is paid within so many days, in millionths; none: 0. */
  discountRate: z.int(),
  discountDays: z.int(),
});
const linked = z.strictObject({
  ...linkFields,
  relation: z.enum(INVOICE_RELATIONS),
  customerId: id,
  customerName: z.string(),
  totalCents: z.int(),
  balanceCents: z.int(),
  isVoid: z.boolean(),
});
/** `uses`: this one is a credit that was used for `other`; `coveredBy`: `other` was used for this one. */
const application = z.strictObject({
  id,
  way: z.enum(['uses', 'coveredBy']),
  other: z.strictObject({ kind: z.enum(DOCUMENT_KINDS), id, number: z.int() }),
  cents: z.int(),
  effectiveOn: day,
});
export const invoiceCard = z.strictObject({
  invoice: z.strictObject({
    ...summaryFields,
    businessUnit: z.string(),
    locationId: id.nullable(),
    /** Its own copies: they stay what they were when the records change. */
    billTo: addressCopy,
    place: addressCopy.nullable(),
    taxZoneId: id.nullable(),
    tax: taxCopy,
    paymentTermId: id.nullable(),
    term: term.nullable(),
    memo: z.string(),
    stage: z.string(),
    periodStart: day.nullable(),
    relation: z.enum(INVOICE_RELATIONS).nullable(),
    voided: z.strictObject({ ...stamp, memo: z.string() }).nullable(),
    batch: z.strictObject({ id, number: z.int(), isExported: z.boolean() }).nullable(),
    createdOn: instant,
    modifiedOn: instant,
  }),
  items: z.array(item),
  totals: z.strictObject({
    subtotalCents: z.int(),
    taxCents: z.int(),
    totalCents: z.int(),
    spent: z.strictObject({ costCents: z.int().nullable() }).nullable(),
  }),
  /** Those that stand. */
  applications: z.array(application),
  /** Those this one is about, and those about this one. */
  about: linked.nullable(),
  linked: z.array(linked),
  /** What may be done to it in its status (domain-rules §7, the table). */
  commands: z.array(z.enum(INVOICE_COMMANDS)),
});
/** `merged`: somebody else's changes of other items were kept. */
export const invoiceWritten = z.strictObject({
  operationId: id,
  merged: z.boolean(),
  card: invoiceCard,
});

export type InvoiceSummary = z.output<typeof invoiceSummary>;
export type InvoiceCardView = z.output<typeof invoiceCard>;
export type InvoiceWritten = z.output<typeof invoiceWritten>;
export type Proposals = z.output<typeof proposals>;
