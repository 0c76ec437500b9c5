/** What is due to vendors, and what they are paid (domain-rules §6). Only for who may see costs and vendors (§9). */
import { z } from 'zod';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { PAYMENT_METHODS, PAYMENT_STATUSES } from '#domain/payables/payment.ts';
import { MOST_CENTS } from './most-amounts.ts';
import { day, expected, id, pageOf, text, version } from './scalars.ts';
import { stamp, stamped } from './stamp.ts';

const MOST_BILLS = 500;

/** One payee in one currency. Buckets as `DUE_BUCKETS`; a credit's cents are below none. */
export const payee = z.strictObject({
  vendorId: id,
  vendorName: z.string(),
  currency: z.string(),
  openCents: z.int(),
  creditCents: z.int(),
  overdueCents: z.int(),
  buckets: z.array(z.int()),
  /** Of the bills that are open; null where only credits are. */
  oldestDue: day.nullable(),
  billCount: z.int(),
});
/** Whoever is longest overdue first; `total` of the payees. */
export const payables = z.strictObject({
  /** In the zone of most units the asker sees. */
  today: day,
  ...pageOf(payee).shape,
});

export const newPayment = z.strictObject({
  payeeVendorId: id,
  paidOn: day,
  method: z.enum(PAYMENT_METHODS),
  reference: text(LONGEST_ORDER.reference).default(''),
  memo: text(LONGEST_ORDER.memo).default(''),
  /** Bills with what each of them is paid, a credit below none, and the version it was decided on. */
  lines: z
    .array(z.strictObject({ billId: id, version, cents: z.int().min(-MOST_CENTS).max(MOST_CENTS) }))
    .min(1)
    .max(MOST_BILLS)
    .refine(
      (lines) => new Set(lines.map(({ billId }) => billId)).size === lines.length,
      'names a bill twice',
    ),
});
export const cancelPayment = z.strictObject({ expected, memo: text(LONGEST_ORDER.memo).default('') });

const paymentFields = {
  id,
  version,
  number: z.int(),
  status: z.enum(PAYMENT_STATUSES),
  payeeVendorId: id,
  payeeName: z.string(),
  paidOn: day,
  method: z.enum(PAYMENT_METHODS),
  reference: z.string(),
  memo: z.string(),
  currency: z.string(),
  amountCents: z.int(),
};
export const paymentSummary = z.strictObject({ ...paymentFields, billCount: z.int() });
export const paymentPage = pageOf(paymentSummary);
export const payment = z.strictObject({
  ...paymentFields,
  made: stamped,
  canceled: z.strictObject({ ...stamp, memo: z.string() }).nullable(),
  lines: z.array(
    z.strictObject({
      billId: id,
      billNumber: z.int(),
      kind: z.enum(['Bill', 'Credit']),
      vendorName: z.string(),
      vendorInvoiceNumber: z.string(),
      dueDate: day,
      cents: z.int(),
    }),
  ),
});
export const paymentWritten = z.strictObject({ operationId: id, merged: z.boolean(), payment });

export type PayeeDue = z.output<typeof payee>;
export type PaymentView = z.output<typeof payment>;
export type PaymentSummary = z.output<typeof paymentSummary>;
export type PaymentWritten = z.output<typeof paymentWritten>;
export type Payables = z.output<typeof payables>;
