/** What should be bought for the shelves, and the orders raised from it (domain-rules §5). Only for who buys (§9). */
import { z } from 'zod';
import { LEVEL_POLICIES } from '#domain/replenishment/need.ts';
import { units } from './receiving.ts';
import { id } from './scalars.ts';

/** Lines shown at once; the rest comes when these are raised. */
export const MOST_PROPOSALS = 2000;

const offer = z.strictObject({
  vendorId: id,
  vendorName: z.string(),
  vendorPartNumber: z.string(),
  cost: z.int(),
  priceBreaks: z.array(z.strictObject({ from: z.int(), cost: z.int() })),
  minQuantity: z.int().nullable(),
  leadDays: z.int().nullable(),
  preferred: z.boolean(),
});
const proposal = z.strictObject({
  skuId: id,
  skuCode: z.string(),
  skuName: z.string(),
  unit: z.string(),
  inventoryLocationId: id,
  place: z.string(),
  level: z.strictObject({ least: z.int(), most: z.int() }).nullable(),
  onHand: z.int(),
  onOrder: z.int(),
  /** Of open jobs. */
  committed: z.int(),
  /** By jobs, and not put back since. */
  used: z.int(),
  quantity: z.int(),
  /** Whom it can be bought from, by name; none: a vendor has to be found first. */
  offers: z.array(offer),
});
export const proposals = z.strictObject({
  lines: z.array(proposal),
  /** More than are shown. */
  left: z.int(),
});

const levels = z.enum(LEVEL_POLICIES);
export const proposalsQuery = z.strictObject({ levels, used: z.enum(['true', 'false']) });

export const raiseProposals = z.strictObject({
  policy: z.strictObject({ levels, used: z.boolean() }),
  typeId: id,
  businessUnitId: id,
  lines: z
    .array(
      z.strictObject({
        skuId: id,
        inventoryLocationId: id,
        vendorId: id,
        quantity: units.min(1),
        /** As it was proposed when this was decided. */
        proposed: units.min(1),
      }),
    )
    .min(1)
    .max(MOST_PROPOSALS),
});
export const raised = z.strictObject({
  orders: z.array(
    z.strictObject({
      id,
      number: z.int(),
      vendorName: z.string(),
      place: z.string(),
      lineCount: z.int(),
      totalCents: z.int(),
      currency: z.string(),
    }),
  ),
});

export type Proposal = z.output<typeof proposal>;
export type Proposals = z.output<typeof proposals>;
export type Raised = z.output<typeof raised>;
