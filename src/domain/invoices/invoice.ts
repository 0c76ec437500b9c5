/** What invoices are made of (domain-rules §7): one document for every kind, its items, and where it stands in the books. */
import type { Id } from '../ids.ts';
import type { InvoiceSyncStatus } from '../job/job-card.ts';
import type { Cents, Quantity, UnitPrice } from '../money.ts';
import type { TaxRate } from '../tax-rates.ts';
import type { Day, Instant } from '../time.ts';

export const INVOICE_KINDS = [
  'Job',
  'Membership',
  'PointOfSale',
  'Project',
  'Financing',
  'Refund',
  'WriteOff',
  'Adjustment',
] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

/** What happened to a membership that made its invoice. */
export const MEMBERSHIP_EVENTS = ['Sale', 'Billing', 'Service', 'Cancellation', 'Refund'] as const;
export type MembershipEvent = (typeof MEMBERSHIP_EVENTS)[number];

/** How an invoice stands to the one it is about (`aboutInvoiceId`). */
export const INVOICE_RELATIONS = [
  'Adjusts',
  'Refunds',
  'WritesOff',
  'Finances',
  'Reverses',
  'Replaces',
] as const;
export type InvoiceRelation = (typeof INVOICE_RELATIONS)[number];

export const REVIEW_STATUSES = [
  'NeedsReview',
  'OnHold',
  'Reviewed',
  'PendingApproval',
  'Rejected',
  'ReadyForBilling',
  'Invoiced',
] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** A service is labor, material and equipment are material to the tax (§7); words and discounts are neither. */
export const ITEM_KINDS = ['Service', 'Material', 'Equipment', 'Discount', 'Other'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Where an item came from: it is deleted only by undoing that. */
export const ITEM_SOURCES = [
  'Receipt',
  'Estimate',
  'JobPart',
  'Membership',
  'WriteOff',
  'Refund',
  'Transfer',
  'Correction',
] as const;
export type ItemSource = (typeof ITEM_SOURCES)[number];

/** On one invoice. */
export const MOST_ITEMS = 1000;

export type InvoiceItem = {
  readonly id: Id;
  readonly position: number;
  readonly kind: ItemKind;
  readonly skuId: Id | null;
  readonly description: string;
  /** Below none on what goes back. */
  readonly quantity: Quantity;
  /** Below none for a discount. */
  readonly price: UnitPrice;
  readonly cost: UnitPrice;
  readonly taxable: boolean;
  readonly glAccountId: Id | null;
  readonly technicianId: Id | null;
  readonly membershipId: Id | null;
  readonly source: ItemSource | null;
  readonly sourceId: Id | null;
  /** Which cents of its source's price it asks for (`shares.ts`); none said: all. */
  readonly shareFrom?: Cents | null;
  readonly shareTo?: Cents | null;
  readonly active: boolean;
};

export type Stamp = { readonly by: Id; readonly at: Instant };

/** As far as rules go; names and addresses are the document's own copies (`../invoice.ts`). */
export type Invoice = {
  readonly id: Id;
  readonly number: number;
  readonly kind: InvoiceKind;
  readonly customerId: Id;
  readonly businessUnitId: Id;
  readonly currency: string;
  readonly invoiceDate: Day;
  readonly dueDate: Day;
  readonly syncStatus: InvoiceSyncStatus;
  readonly reviewStatus: ReviewStatus;
  readonly tax: { readonly name: string; readonly rates: readonly TaxRate[] } | null;
  readonly voided: (Stamp & { readonly memo: string }) | null;
};

/** An invoice with what stands on it and what the ledger says of it. */
export type InvoiceCard = {
  readonly invoice: Invoice;
  readonly items: readonly InvoiceItem[];
  /** Its total less what was applied to it, above none for what is still owed. */
  readonly balanceCents: Cents;
};
