/** What is sent when goods of an order come, and when a receipt is corrected in place (domain-rules §5). */
import { z } from 'zod';
import { LONGEST_ORDER, LONGEST_SERIAL } from '#domain/lengths.ts';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import { MOST_CENTS, MOST_UNITS } from './most-amounts.ts';
import { day, expected, id, text } from './scalars.ts';

/** 1/10,000 of a unit (domain/money.ts): a million units. */
export const units = z.int().min(0).max(MOST_UNITS);
export const amount = z.int().min(0).max(MOST_CENTS);

/** As many numbers as somebody scans of one line. */
export const serials = z
  .array(text(LONGEST_SERIAL).refine((value) => value.length > 0, 'is missing'))
  .max(1000);
export const receiptFields = {
  receivedOn: day,
  vendorInvoiceNumber: text(LONGEST_ORDER.reference),
  taxCents: amount,
  shippingCents: amount,
};
export const receiveOrder = z.strictObject({
  expected,
  ...receiptFields,
  vendorInvoiceNumber: receiptFields.vendorInvoiceNumber.default(''),
  taxCents: receiptFields.taxCents.default(0),
  shippingCents: receiptFields.shippingCents.default(0),
  lines: z
    .array(
      z.strictObject({
        lineId: id,
        inventoryLocationId: id,
        quantity: units,
        serials: serials.default([]),
      }),
    )
    .min(1)
    .max(MOST_LINES),
});
/** `lines`: as they are to be; those left out stay. */
export const correctReceipt = z.strictObject({
  expected,
  receiptId: id,
  changes: z.strictObject(receiptFields).partial().default({}),
  lines: z
    .array(z.strictObject({ id, inventoryLocationId: id, quantity: units, serials: serials.default([]) }))
    .max(MOST_LINES)
    .default([]),
});
export const cancelReceipt = z.strictObject({ expected, receiptId: id });
