/** SKUs, what lies where, and counting it (issue 5, part 2). Costs: only to those who may see them (domain-rules §9). */
import { z } from 'zod';
import { LONGEST_EXTERNAL_KEY, LONGEST_NAME, LONGEST_SERIAL, LONGEST_SKU } from '#domain/lengths.ts';
import { SKU_KINDS } from '#domain/sku/sku.ts';
import { MOVEMENT_KINDS } from '#domain/sku/stock.ts';
import { MOST_COST, MOST_UNITS } from './most-amounts.ts';
import { expected, id, instant, pageOf, requiredText, text, version } from './scalars.ts';

/** 1/10,000 of a unit or of the currency (domain/money.ts); a million units, a hundred million of money. */
export const cost = z.int().min(0).max(MOST_COST);
const amountLying = z.int().min(0).max(MOST_UNITS);
/** Serial numbers of one place: as many as somebody types or scans at once. */
const MOST_SERIALS = 1000;

const fields = {
  code: requiredText(LONGEST_SKU.code),
  name: requiredText(LONGEST_NAME),
  description: text(LONGEST_SKU.description),
  kind: z.enum(SKU_KINDS),
  unit: requiredText(LONGEST_SKU.unit),
  cost,
  /** null: its cost and the markup rules say (domain/sku/sale-price.ts). */
  price: cost.nullable(),
  taxable: z.boolean(),
  serialized: z.boolean(),
  glAccountId: id.nullable(),
  externalKey: requiredText(LONGEST_EXTERNAL_KEY).nullable(),
};

/** A code, a name and a kind; all else has a default. */
export const newSku = z.strictObject({
  ...fields,
  description: fields.description.default(''),
  unit: fields.unit.default('each'),
  cost: fields.cost.default(0),
  price: fields.price.default(null),
  taxable: fields.taxable.default(true),
  serialized: fields.serialized.default(false),
  glAccountId: fields.glAccountId.default(null),
  externalKey: fields.externalKey.default(null),
});
/** `active: false` takes it out of use. */
export const updateSku = z.strictObject({
  expected,
  changes: z.strictObject({ ...fields, active: z.boolean() }).partial(),
});

/** Where `place` is the name of an inventory location. */
const stockAt = z.strictObject({
  inventoryLocationId: id,
  place: z.string(),
  /** null: no level was set there. */
  level: z.strictObject({ id, version, least: z.int(), most: z.int() }).nullable(),
  onHand: z.int(),
  serials: z.array(z.string()),
});
/** What a list or a picker shows. `onHand`: in all places; `isLow`: below the least somewhere. */
export const skuSummary = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(SKU_KINDS),
  unit: z.string(),
  cost: z.int(),
  price: z.int().nullable(),
  /** Its own price, else by the markup rules; null: nobody has said. */
  salePrice: z.int().nullable(),
  serialized: z.boolean(),
  onHand: z.int(),
  isLow: z.boolean(),
  externalKey: z.string().nullable(),
  active: z.boolean(),
});
export const skuPage = pageOf(skuSummary);
/** As it stands, with every place where some lies or should lie. */
export const sku = z.strictObject({
  ...fields,
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  cost: z.int(),
  price: z.int().nullable(),
  salePrice: z.int().nullable(),
  externalKey: z.string().nullable(),
  id,
  version,
  active: z.boolean(),
  createdOn: instant,
  modifiedOn: instant,
  glAccountName: z.string().nullable(),
  onHand: z.int(),
  /** Still to come of orders the vendors have. */
  onOrder: z.int(),
  /** By accepted bills, value ÷ quantity, in 1/10,000 of the currency (domain-rules §6); null before the first. */
  averageCost: z.int().nullable(),
  stock: z.array(stockAt),
  /** Vendors in use that have it in their catalogue, by name. */
  soldBy: z.array(z.strictObject({ id, name: z.string() })),
});
export const skuWritten = z.strictObject({ operationId: id, merged: z.boolean(), sku });

/** As somebody found it at a place. `operationId` null: the ledger said so already. */
export const countStock = z.strictObject({
  inventoryLocationId: id,
  quantity: amountLying,
  serials: z.array(requiredText(LONGEST_SERIAL)).max(MOST_SERIALS).default([]),
  memo: text(LONGEST_SKU.memo).default(''),
});
export const stockCounted = z.strictObject({ operationId: id.nullable(), sku });
/** `level` null: none is kept there any more. */
export const setLevel = z.strictObject({
  expected,
  inventoryLocationId: id,
  level: z.strictObject({ least: amountLying, most: amountLying }).nullable(),
});

/** One line of the ledger, newest first. */
export const movement = z.strictObject({
  id,
  at: instant,
  /** 0: it came with the company. */
  actorId: z.int(),
  actorName: z.string(),
  kind: z.enum(MOVEMENT_KINDS),
  inventoryLocationId: id,
  place: z.string(),
  quantity: z.int(),
  serialsIn: z.array(z.string()),
  serialsOut: z.array(z.string()),
  memo: z.string(),
});
export const movementPage = pageOf(movement);

export type Sku = z.output<typeof sku>;
export type SkuSummary = z.output<typeof skuSummary>;
export type SkuWritten = z.output<typeof skuWritten>;
export type StockCounted = z.output<typeof stockCounted>;
export type StockMovement = z.output<typeof movement>;
