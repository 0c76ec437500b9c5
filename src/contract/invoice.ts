/** Invoices of every kind (domain-rules §7). Prices for all who read them, what things cost only to those who may see it (§9). */
import { z } from 'zod';
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
import { day, expected, id, instant, pageOf, text, version } from './scalars.ts';
import { stamp } from './stamp.ts';

/** 1/10,000 (domain/money.ts): a million units, a hundred million of money, either way: what goes back is below none. */
const MOST_UNITS = 10_000_000_000;
const MOST_PRICE = 1_000_000_000_000;
const quantity = z.int().min(-MOST_UNITS).max(MOST_UNITS);
const price = z.int().min(-MOST_PRICE).max(MOST_PRICE);

const itemFields = {
  kind: z.enum(ITEM_KINDS),
  skuId: id.nullable(),
  description: text(LONGEST_INVOICE.description),
  quantity,
  price,
  /** Of one; of who may not see costs it is not taken either. */
  cost: z.int().min(0).max(MOST_PRICE),
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
/** `expected`: the invoice, and each item that is changed or removed. Items that are not named stay. */
export const editItems = z.strictObject({
  expected,
  items: z.array(writtenItem).max(MOST_ITEMS).default([]),
  removed: z.array(id).max(MOST_ITEMS).default([]),
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
