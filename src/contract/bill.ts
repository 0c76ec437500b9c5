/** Bills and their three-way match (domain-rules §6). Only for who may see costs and vendors (§9). */
import { z } from 'zod';
import { BILL_SOURCES, BILL_STATUSES, DIFFERENCE_KINDS, VERDICTS } from '#domain/bills/bill.ts';
import { BOOKS_COMMANDS } from '#domain/bills/books.ts';
import { INVOICE_SYNC_STATUSES } from '#domain/job/job-card.ts';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import { MOST_BILLS_AT_ONCE } from './bulk-limit.ts';
import { MOST_COST } from './most-amounts.ts';
import { outcomesWritten } from './outcomes.ts';
import { amount, units } from './receiving.ts';
import { day, expected, id, instant, pageOf, requiredText, text, version } from './scalars.ts';
import { stamp, stamped } from './stamp.ts';

/** 1/10,000 of the currency (domain/money.ts); a hundred million of money. */

/** Of the vendor's paper; `lineId`: the order's line it is for. */
const paperLine = z
  .strictObject({
    lineId: id.nullable(),
    description: text(LONGEST_ORDER.description),
    quantity: units,
    cost: z.int().min(0).max(MOST_COST),
    amountCents: amount,
  })
  .refine(
    // The dearest a unit may be: what is beyond could not be added up for its SKU.
    ({ quantity, amountCents }) =>
      quantity === 0 || BigInt(amountCents) * 100n <= BigInt(quantity) * BigInt(MOST_COST / 10_000),
    { path: ['amountCents'], message: 'is more for one than anything costs' },
  );
const paperFigures = {
  lines: z.array(paperLine).min(1).max(MOST_LINES),
  taxCents: amount.default(0),
  freightCents: amount.default(0),
};
const paperHead = {
  vendorInvoiceNumber: requiredText(LONGEST_ORDER.reference),
  billDate: day,
};

/** Of an order, or of a vendor alone for what nobody ordered. Due by the order's term, or the vendor's. */
export const newBill = z
  .strictObject({
    orderId: id.nullable(),
    vendorId: id.nullable().default(null),
    businessUnitId: id.nullable().default(null),
    ...paperHead,
    ...paperFigures,
  })
  .refine((bill) => (bill.orderId === null) === (bill.vendorId !== null), {
    path: ['vendorId'],
    message: 'is given with a bill of no order alone',
  })
  .refine((bill) => (bill.orderId === null) === (bill.businessUnitId !== null), {
    path: ['businessUnitId'],
    message: 'is given with a bill of no order alone',
  });
export const enterBill = z.strictObject({
  expected,
  vendorInvoiceNumber: paperHead.vendorInvoiceNumber.optional(),
  billDate: day.optional(),
  ...paperFigures,
});
export const billStep = z.strictObject({ expected });
export const judgeBill = z.strictObject({
  expected,
  verdicts: z
    .array(
      z.strictObject({
        /** Of a difference, as `bills.get` tells it: `price:11`. */
        key: z.string().max(40),
        /** Of the difference as it was seen: another amount is another difference. */
        cents: z.int(),
        verdict: z.enum(VERDICTS),
        memo: text(LONGEST_ORDER.memo).default(''),
      }),
    )
    .min(1)
    .max(MOST_LINES),
});
/** Which bills a step on many is for is said by their versions, as they were seen. */
const chosen = z
  .array(z.strictObject({ kind: z.literal('bill'), id, version }))
  .min(1)
  .max(MOST_BILLS_AT_ONCE);
export const agreeMany = z.strictObject({ expected: chosen });
export const billsInBooks = z.strictObject({ command: z.enum(BOOKS_COMMANDS), expected: chosen });

const billLine = z.strictObject({
  lineId: id.nullable(),
  description: z.string(),
  quantity: z.int(),
  cost: z.int(),
  amountCents: z.int(),
});
const figures = z.strictObject({
  lines: z.array(billLine),
  taxCents: z.int(),
  freightCents: z.int(),
});
const differenceFields = {
  key: z.string(),
  kind: z.enum(DIFFERENCE_KINDS),
  lineId: id.nullable(),
  units: z.int().nullable(),
  cents: z.int(),
};
const difference = z.strictObject({
  ...differenceFields,
  /** What was last said to it, for as much as it is now. */
  verdict: z.enum(VERDICTS).nullable(),
  isOpen: z.boolean(),
});
const linked = z.strictObject({ id, number: z.int() }).nullable();

const billFields = {
  id,
  version,
  number: z.int(),
  kind: z.enum(['Bill', 'Credit']),
  source: z.enum(BILL_SOURCES),
  status: z.enum(BILL_STATUSES),
  syncStatus: z.enum(INVOICE_SYNC_STATUSES),
  vendorId: id,
  vendorName: z.string(),
  remitToVendorId: id,
  remitToName: z.string(),
  orderId: id.nullable(),
  orderNumber: z.int().nullable(),
  receiptNumber: z.int().nullable(),
  jobId: id.nullable(),
  jobNumber: z.int().nullable(),
  businessUnitId: id,
  vendorInvoiceNumber: z.string(),
  billDate: day,
  dueDate: day,
  currency: z.string(),
  /** What is owed by it, less what the vendor is to credit; below none for a credit. */
  payableCents: z.int(),
  paidCents: z.int(),
};
export const billSummary = z.strictObject(billFields);
export const billPage = pageOf(billSummary);

/** The order's lines the bill may name, with what people call them. */
const orderLine = z.strictObject({
  lineId: id,
  position: z.int(),
  description: z.string(),
  skuCode: z.string().nullable(),
  vendorPartNumber: z.string(),
  unit: z.string(),
  cost: z.int(),
  ordered: z.int(),
  received: z.int(),
  /** By the other bills of the order that stand. */
  before: z.int(),
});
export const billCard = z.strictObject({
  bill: z.strictObject({
    ...billFields,
    businessUnit: z.string(),
    receiptId: id.nullable(),
    returnId: id.nullable(),
    paymentTerm: z.string().nullable(),
    expected: figures,
    billed: figures.nullable(),
    verdicts: z.array(
      z.strictObject({
        ...stamp,
        key: z.string(),
        cents: z.int(),
        verdict: z.enum(VERDICTS),
        memo: z.string(),
      }),
    ),
    reconciled: stamped.nullable(),
    claims: z.array(z.strictObject(differenceFields)),
    canceled: stamped.nullable(),
    replacedBy: linked,
    creditOf: linked,
    creditedBy: linked,
    modifiedOn: instant,
  }),
  lines: z.array(orderLine),
  differences: z.array(difference),
  /** Other bills of the vendor that stand under the same number of the vendor's. */
  sameNumber: z.array(z.strictObject({ id, number: z.int() })),
});
export const billWritten = z.strictObject({ operationId: id, merged: z.boolean(), card: billCard });
export const billsWritten = outcomesWritten;

export type BillCardView = z.output<typeof billCard>;
export type BillSummary = z.output<typeof billSummary>;
export type BillWritten = z.output<typeof billWritten>;
export type BillsWritten = z.output<typeof billsWritten>;
