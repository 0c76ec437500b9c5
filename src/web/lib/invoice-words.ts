/** Invoices in words: what kind one is, how far it was looked at, how it stands to another. */
import type {
  InvoiceKind,
  InvoiceRelation,
  ItemKind,
  ItemSource,
  ReviewStatus,
} from '#domain/invoices/invoice.ts';

export const INVOICE_KIND_WORDS: Readonly<Record<InvoiceKind, string>> = {
  Job: 'Job invoice',
  Membership: 'Membership invoice',
  PointOfSale: 'Point of sale',
  Project: 'Project invoice',
  Financing: 'Financing',
  Refund: 'Refund invoice',
  WriteOff: 'Write-off',
  Adjustment: 'Adjustment',
};

export const REVIEW_WORDS: Readonly<Record<ReviewStatus, string>> = {
  NeedsReview: 'Needs review',
  OnHold: 'On hold',
  Reviewed: 'Reviewed',
  PendingApproval: 'Pending approval',
  Rejected: 'Rejected',
  ReadyForBilling: 'Ready for billing',
  Invoiced: 'Invoiced',
};

/** Of this one to the other: "Adjusts invoice 7". */
export const RELATION_WORDS: Readonly<Record<InvoiceRelation, string>> = {
  Adjusts: 'Adjusts',
  Refunds: 'Refunds',
  WritesOff: 'Writes off',
  Finances: 'Finances',
  Reverses: 'Reverses',
  Replaces: 'Replaces',
};
/** Of the other to this one: "Adjusted by invoice 9". */
export const RELATED_WORDS: Readonly<Record<InvoiceRelation, string>> = {
  Adjusts: 'Adjusted by',
  Refunds: 'Refunded by',
  WritesOff: 'Written off by',
  Finances: 'Financed by',
  Reverses: 'Reversed by',
  Replaces: 'Replaced by',
};

export const ITEM_KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  Service: 'Service',
  Material: 'Material',
  Equipment: 'Equipment',
  Discount: 'Discount',
  Other: 'Other',
};

/** Where an item came from. */
export const ITEM_SOURCE_WORDS: Readonly<Record<ItemSource, string>> = {
  Receipt: 'from a receipt',
  Estimate: 'from an estimate',
  JobPart: 'used on the job',
  Membership: 'of a membership',
  WriteOff: 'written off',
  Refund: 'of a refund',
  Transfer: 'transferred',
  Correction: 'of a correction',
};
