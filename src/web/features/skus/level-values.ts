import { z } from 'zod';
import { type Sku, setLevel } from '#contract/sku.ts';

/** The contract's rules for a level, and that the most is no less than the least (domain/sku/stock.ts): told at once. */
export const levelRules = z
  .strictObject({
    inventoryLocationId: setLevel.shape.inventoryLocationId,
    ...setLevel.shape.level.unwrap().shape,
  })
  .refine(({ least, most }) => !(most < least), {
    path: ['most'],
    message: 'is less than the least',
  });
export type LevelTyped = z.input<typeof levelRules>;

/** What lies and should lie at a place; undefined: nothing does or should. */
export const stockAt = ({ stock }: Sku, placeId: number) =>
  stock.find(({ inventoryLocationId }) => inventoryLocationId === placeId);
