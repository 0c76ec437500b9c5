/** What customers pay, what of it is applied to what, and what goes back to them (domain-rules §8). */
import { z } from 'zod';
import { MOST_TOTAL } from '#domain/invoices/amounts.ts';
import { INVOICE_KINDS } from '#domain/invoices/invoice.ts';
import { INVOICE_SYNC_STATUSES } from '#domain/job/job-card.ts';
import { LONGEST_PAYMENT } from '#domain/lengths.ts';
import { PAYMENT_COMMANDS, PAYMENT_KINDS, REFUND_REASONS, SHOWN_KINDS } from '#domain/payments/payment.ts';
import { DOCUMENT_KINDS, MOST_LINES } from '#domain/receivables/ledger.ts';
import { day, expected, id, pageOf, text, version } from './scalars.ts';
import { stamp, stamped } from './stamp.ts';

const amount = z.int().min(1).max(MOST_TOTAL);

const onInvoice = z.strictObject({
  invoiceId: id,
  cents: amount,
  /** What is left of the invoice after this is written off, where that is little enough (`MOST_WRITTEN_OFF`). */
  writeOff: z.boolean().default(false),
});
const oncePerInvoice = (lines: readonly { readonly invoiceId: number }[]) =>
  new Set(lines.map(({ invoiceId }) => invoiceId)).size === lines.length;

/** In the currency of its business unit. What is not applied is the customer's credit. */
export const newPayment = z.strictObject({
  customerId: id,
  businessUnitId: id,
  paymentTypeId: id,
  kind: z.enum(['Payment', 'Deposit']).default('Payment'),
  paidOn: day,
  amountCents: amount,
  /** Of the check, of the transfer. */
  reference: text(LONGEST_PAYMENT.reference).default(''),
  memo: text(LONGEST_PAYMENT.memo).default(''),
  /** What a deposit is for; no more than one of the two. */
  jobId: id.nullable().default(null),
  projectId: id.nullable().default(null),
  lines: z.array(onInvoice).max(MOST_LINES).refine(oncePerInvoice, 'names an invoice twice').default([]),
});

const document = z.strictObject({ kind: z.enum(DOCUMENT_KINDS), id });
/** Credits used for debts: of payments or of negative invoices, for invoices or for refunds. */
export const applyThem = z.strictObject({
  lines: z
    .array(z.strictObject({ from: document, to: document, cents: amount }))
    .min(1)
    .max(MOST_LINES),
});
export const unapplyThem = z.strictObject({ applicationIds: z.array(id).min(1).max(MOST_LINES) });
/** The whole of it, to another invoice of the same customer. */
export const moveIt = z.strictObject({ applicationId: id, invoiceId: id });
/** What was written, at its versions now. */
export const applied = z.strictObject({
  operationId: id,
  /** New ones. */
  applicationIds: z.array(id),
  versions: z.array(z.strictObject({ kind: z.enum(DOCUMENT_KINDS), id, version })),
});

export const changePayment = z.strictObject({
  expected,
  changes: z
    .strictObject({
      paymentTypeId: id,
      paidOn: day,
      amountCents: amount,
      reference: text(LONGEST_PAYMENT.reference),
      memo: text(LONGEST_PAYMENT.memo),
    })
    .partial(),
});
const memo = text(LONGEST_PAYMENT.memo).default('');
export const voidPayment = z.strictObject({ expected, memo });
/** `on`: from which day on it was not paid. */
export const bouncePayment = z.strictObject({ expected, on: day, memo });
/** Of its unapplied credit, or of what it paid of an invoice: a refund invoice comes with it then. */
export const refundPayment = z.strictObject({
  amountCents: amount,
  invoiceId: id.nullable().default(null),
  reason: z.enum(REFUND_REASONS),
  paymentTypeId: id,
  paidOn: day,
  reference: text(LONGEST_PAYMENT.reference).default(''),
  memo,
});

const named = { id, name: z.string() };
/** What a payment is taken with. `today`: in the unit's zone. */
export const paymentChoices = z.strictObject({
  paymentTypes: z.array(z.strictObject({ ...named, active: z.boolean() })),
  businessUnits: z.array(z.strictObject({ ...named, active: z.boolean(), currency: z.string(), today: day })),
});

const paymentFields = {
  id,
  version,
  number: z.int(),
  /** How it came to be, and what it is called by what it is applied to. */
  kind: z.enum(PAYMENT_KINDS),
  shownKind: z.enum(SHOWN_KINDS),
  customerId: id,
  customerName: z.string(),
  businessUnitId: id,
  businessUnitName: z.string(),
  paymentTypeId: id,
  paymentTypeName: z.string(),
  paidOn: day,
  reference: z.string(),
  memo: z.string(),
  currency: z.string(),
  /** Below none for a refund. */
  amountCents: z.int(),
  /** By the ledger: of the customer's money, what is not applied; below none where a refund is not covered. */
  unappliedCents: z.int(),
  syncStatus: z.enum(INVOICE_SYNC_STATUSES),
};
export const paymentSummary = z.strictObject({
  ...paymentFields,
  bounced: z.boolean(),
  voided: z.boolean(),
});
export const paymentPage = pageOf(paymentSummary);

const numbered = z.strictObject({ id, number: z.int() });
/** `uses`: this payment is the credit that was used for `other`; `coveredBy`: `other` was used for this refund. */
const application = z.strictObject({
  id,
  way: z.enum(['uses', 'coveredBy']),
  /** null: of a business unit that the reader does not see. */
  other: z
    .strictObject({
      kind: z.enum(DOCUMENT_KINDS),
      id,
      number: z.int(),
      /** Of an invoice. */
      invoiceKind: z.enum(INVOICE_KINDS).nullable(),
      on: day,
      dueDate: day.nullable(),
      syncStatus: z.enum(INVOICE_SYNC_STATUSES),
      jobNumber: z.int().nullable(),
      /** What is left open of it now: above none is owed, below none is the customer's credit. */
      openCents: z.int(),
    })
    .nullable(),
  cents: z.int(),
  /** From which day on it counts. */
  effectiveOn: day,
  made: stamped,
  /** Taken back, moved, or reversed with a payment that bounced. */
  undone: stamped.nullable(),
});
const refund = z.strictObject({
  ...numbered.shape,
  paidOn: day,
  /** What went back, above none. */
  cents: z.int(),
  reason: z.enum(REFUND_REASONS),
  isVoid: z.boolean(),
});
export const payment = z.strictObject({
  ...paymentFields,
  job: numbered.nullable(),
  project: numbered.nullable(),
  /** What a refund gives back of, and why. */
  source: numbered.nullable(),
  refundReason: z.enum(REFUND_REASONS).nullable(),
  batch: z.strictObject({ ...numbered.shape, isExported: z.boolean() }).nullable(),
  /** Collected and not yet given back. */
  refundableCents: z.int(),
  made: stamped,
  voided: z.strictObject({ ...stamp, memo: z.string() }).nullable(),
  /** `on`: from which day on it counts as not paid. */
  bounced: z.strictObject({ ...stamp, memo: z.string(), on: day }).nullable(),
  /** Those that were taken back, too. */
  applications: z.array(application),
  refunds: z.array(refund),
  /** What may be done with it as it is (`paymentGate`); of what is exported, by who may correct that. */
  commands: z.array(z.enum(PAYMENT_COMMANDS)),
});
export const paymentWritten = z.strictObject({ operationId: id, merged: z.boolean(), payment });

/** A document of a customer that something is left open of. */
const openDocument = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  id,
  number: z.int(),
  invoiceKind: z.enum(INVOICE_KINDS).nullable(),
  paymentKind: z.enum(PAYMENT_KINDS).nullable(),
  businessUnitId: id,
  currency: z.string(),
  /** Of the invoice, of the payment. */
  on: day,
  /** Of a payment: its own day. */
  dueDate: day,
  reference: z.string(),
  jobNumber: z.int().nullable(),
  street: z.string().nullable(),
  syncStatus: z.enum(INVOICE_SYNC_STATUSES),
  totalCents: z.int(),
  /** Above none is owed, below none is the customer's credit. */
  openCents: z.int(),
});
/** Of one currency in one business unit. */
const openBalance = z.strictObject({
  currency: z.string(),
  businessUnitId: id,
  businessUnitName: z.string(),
  owedCents: z.int(),
  /** Below none. */
  creditCents: z.int(),
});
export const openDocuments = z.strictObject({
  customerId: id,
  customerName: z.string(),
  balances: z.array(openBalance),
  /** By when they were due, the oldest first. */
  items: z.array(openDocument),
});

export type CustomerPaymentSummary = z.output<typeof paymentSummary>;
export type CustomerPaymentView = z.output<typeof payment>;
export type CustomerPaymentWritten = z.output<typeof paymentWritten>;
export type Applied = z.output<typeof applied>;
export type PaymentChoices = z.output<typeof paymentChoices>;
export type OpenDocuments = z.output<typeof openDocuments>;
