/** Customers' payments in words: what one is, where it stands, why money went back. */
import type { InvoiceKind } from '#domain/invoices/invoice.ts';
import type { PaymentKind, PaymentState, RefundReason, ShownKind } from '#domain/payments/payment.ts';

export const KIND_WORDS: Readonly<Record<PaymentKind, string>> = {
  Payment: 'Payment',
  Deposit: 'Deposit',
  MembershipBilling: 'Membership',
  Refund: 'Refund',
};
/** By what it was applied to (domain-rules §8). */
export const SHOWN_KIND_WORDS: Readonly<Record<ShownKind, string>> = {
  DueOnReceipt: 'Due on receipt',
  Term: 'On terms',
  Deposit: 'Deposit',
  Unapplied: 'Credit',
  MultiInvoice: 'Several invoices',
  MembershipBilling: 'Membership',
  Refund: 'Refund',
};
export const STATE_WORDS: Readonly<Record<PaymentState, string>> = {
  Pending: 'Not posted',
  Posted: 'Posted',
  Exported: 'Exported',
  Bounced: 'Bounced',
  Void: 'Void',
};
export const REFUND_REASON_WORDS: Readonly<Record<RefundReason, string>> = {
  PriceAdjustment: 'Price adjustment',
  Escalation: 'Escalation',
  Overpayment: 'Paid too much',
  CanceledWork: 'Work canceled',
  Duplicate: 'Paid twice',
  Other: 'Other',
};
/** What stands beside an invoice's number. */
export const INVOICE_KIND_WORDS: Readonly<Record<InvoiceKind, string>> = {
  Job: 'Job',
  Membership: 'Membership',
  PointOfSale: 'Point of sale',
  Project: 'Project',
  Financing: 'Financing',
  Refund: 'Refund',
  WriteOff: 'Write-off',
  Adjustment: 'Adjustment',
};
