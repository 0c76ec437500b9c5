/** Goods that go back to vendors, and their credit (domain-rules §5). Only for who may see costs and vendors (§9). */
import { z } from 'zod';
import { LONGEST_ORDER } from '#domain/lengths.ts';
import { MOST_LINES } from '#domain/purchasing/purchase-order.ts';
import { RETURN_STATUSES } from '#domain/purchasing/vendor-return.ts';
import { MOST_COST } from './most-amounts.ts';
import { amount, serials, units } from './receiving.ts';
import { day, expected, id, instant, pageOf, text, version } from './scalars.ts';
import { stamp, stamped } from './stamp.ts';

/** 1/10,000 of the currency (domain/money.ts); a hundred million of money. */

/** What people decide on; in `vendorReturns.update` each alone. */
const fields = {
  typeId: id,
  restockingFeeCents: amount,
  reason: text(LONGEST_ORDER.memo),
  memo: text(LONGEST_ORDER.memo),
};
/** Of an order's line, or of a SKU on a free return. What it cost is the line's, the vendor's or the SKU's unless said. */
const givenLine = z
  .strictObject({
    lineId: id.nullable().default(null),
    skuId: id.nullable().default(null),
    inventoryLocationId: id,
    quantity: units,
    cost: z.int().min(0).max(MOST_COST).optional(),
    serials: serials.default([]),
  })
  .refine((line) => (line.lineId === null) !== (line.skuId === null), {
    path: ['skuId'],
    message: 'is missing',
  });
const lines = z.array(givenLine).max(MOST_LINES);

/** Of an order, whose vendor and unit it has, or free, of a vendor in a unit. */
export const newReturn = z
  .strictObject({
    ...fields,
    orderId: id.nullable().default(null),
    vendorId: id.optional(),
    businessUnitId: id.optional(),
    restockingFeeCents: fields.restockingFeeCents.default(0),
    reason: fields.reason.default(''),
    memo: fields.memo.default(''),
    lines,
  })
  .refine((one) => (one.orderId === null) === (one.vendorId !== undefined), {
    path: ['vendorId'],
    message: 'is given with a free return alone',
  })
  .refine((one) => (one.orderId === null) === (one.businessUnitId !== undefined), {
    path: ['businessUnitId'],
    message: 'is given with a free return alone',
  });
/** `lines`: all of them as they are to be; left out, they stay. */
export const updateReturn = z.strictObject({
  expected,
  changes: z.strictObject(fields).partial().default({}),
  lines: lines.optional(),
});
export const returnStep = z.strictObject({ expected });
/** `on`: the day on the vendor's paper. */
export const receiveCredit = z.strictObject({
  expected,
  cents: amount,
  number: text(LONGEST_ORDER.reference),
  on: day,
});

const returnLine = z.strictObject({
  id,
  position: z.int(),
  lineId: id.nullable(),
  skuId: id.nullable(),
  /** null: free text of an order. */
  skuCode: z.string().nullable(),
  unit: z.string(),
  stocked: z.boolean(),
  serialized: z.boolean(),
  description: z.string(),
  vendorPartNumber: z.string(),
  inventoryLocationId: id,
  place: z.string(),
  quantity: z.int(),
  cost: z.int(),
  serials: z.array(z.string()),
});
const status = z.enum(RETURN_STATUSES);
const vendorReturn = z.strictObject({
  ...fields,
  reason: z.string(),
  memo: z.string(),
  id,
  version,
  number: z.int(),
  status,
  vendorId: id,
  orderId: id.nullable(),
  businessUnitId: id,
  takesFromStock: z.boolean(),
  date: day,
  currency: z.string(),
  created: stamped,
  returned: stamped.nullable(),
  credited: z.strictObject({ ...stamp, cents: z.int(), number: z.string(), on: day }).nullable(),
  canceled: stamped.nullable(),
  modifiedOn: instant,
});
/** A return with its lines as the rules decide on it, what people call what it names, and what the rules ask beside it. */
export const returnCard = z.strictObject({
  vendorReturn,
  lines: z.array(returnLine),
  names: z.strictObject({
    vendor: z.string(),
    type: z.string(),
    businessUnit: z.string(),
    orderNumber: z.int().nullable(),
  }),
  asking: z.strictObject({
    /** In the unit's zone: no credit is of tomorrow. */
    today: day,
    /** How much of each line of its order can be on this return. */
    returnable: z.array(z.strictObject({ lineId: id, quantity: z.int() })),
  }),
});
export const returnWritten = z.strictObject({ operationId: id, merged: z.boolean(), card: returnCard });

export const returnSummary = z.strictObject({
  id,
  number: z.int(),
  status,
  vendorId: id,
  vendorName: z.string(),
  orderId: id.nullable(),
  orderNumber: z.int().nullable(),
  businessUnitId: id,
  typeId: id,
  date: day,
  valueCents: z.int(),
  /** The value less what the vendor keeps. */
  expectedCents: z.int(),
  creditedCents: z.int().nullable(),
  creditNumber: z.string().nullable(),
  creditedOn: day.nullable(),
  currency: z.string(),
  lineCount: z.int(),
  createdByName: z.string(),
});
export const returnPage = pageOf(returnSummary);

export type ReturnCardView = z.output<typeof returnCard>;
export type ReturnLineView = z.output<typeof returnLine>;
export type ReturnSummary = z.output<typeof returnSummary>;
export type ReturnWritten = z.output<typeof returnWritten>;
