/** What a job takes from the shelves and what is ordered for it (domain-rules §5). Without costs, but for who may see them. */
import { z } from 'zod';
import { LONGEST_SERIAL } from '#domain/lengths.ts';
import { ORDER_STATUSES } from '#domain/purchasing/purchase-order.ts';
import { SKU_KINDS } from '#domain/sku/sku.ts';
import { units } from './receiving.ts';
import { day, id, instant, pageOf, text } from './scalars.ts';

const MOST_SERIALS = 200;
const serials = z
  .array(text(LONGEST_SERIAL).refine((value) => value.length > 0, 'is missing'))
  .max(MOST_SERIALS);

/** A SKU that lies somewhere, as whoever enters what was used sees it. */
export const offeredMaterial = z.strictObject({
  id,
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(SKU_KINDS),
  serialized: z.boolean(),
  places: z.array(
    z.strictObject({
      inventoryLocationId: id,
      place: z.string(),
      onHand: z.int(),
      /** The first of those that lie there. */
      serials: z.array(z.string()),
    }),
  ),
});
export const offeredMaterials = z.strictObject({ items: z.array(offeredMaterial) });

export const useMaterial = z.strictObject({
  skuId: id,
  inventoryLocationId: id,
  quantity: units.min(1),
  serials: serials.default([]),
  technicianId: id.nullable().default(null),
});
export const takeBackMaterial = z.strictObject({ materialId: id });

const material = z.strictObject({
  id,
  skuId: id,
  skuCode: z.string(),
  skuName: z.string(),
  unit: z.string(),
  inventoryLocationId: id,
  place: z.string(),
  quantity: z.int(),
  serials: z.array(z.string()),
  technicianName: z.string().nullable(),
  usedOn: instant,
  usedByName: z.string(),
  takenBackOn: instant.nullable(),
  takenBackByName: z.string().nullable(),
  /** What it costs now by the SKU; null: not for this person. */
  amountCents: z.int().nullable(),
});
const jobOrder = z.strictObject({
  id,
  number: z.int(),
  status: z.enum(ORDER_STATUSES),
  requiredOn: day,
  expectedOn: day.nullable(),
  lineCount: z.int(),
  /** null: not for this person. */
  vendorName: z.string().nullable(),
  amountCents: z.int().nullable(),
  currency: z.string(),
});
export const jobParts = z.strictObject({
  materials: z.array(material),
  orders: z.array(jobOrder),
  /** Since when all that was ordered is here and nobody booked what goes on with it. */
  partsInSince: instant.nullable(),
});
/** Newest first. */
export const projectOrders = pageOf(jobOrder);
export const jobPartsWritten = z.strictObject({ operationId: id, parts: jobParts });

/** Jobs whose parts are in, oldest first. `isCut`: there are more than are told. */
export const partsIn = z.strictObject({
  items: z.array(z.strictObject({ jobId: id, jobNumber: z.int(), customerName: z.string(), since: instant })),
  isCut: z.boolean(),
});

export type OfferedMaterial = z.output<typeof offeredMaterial>;
export type JobParts = z.output<typeof jobParts>;
export type JobPartsWritten = z.output<typeof jobPartsWritten>;
export type JobMaterial = JobParts['materials'][number];
export type JobOrder = JobParts['orders'][number];
export type PartsIn = z.output<typeof partsIn>;
