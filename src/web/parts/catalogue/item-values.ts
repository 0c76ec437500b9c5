/** What the form of an item starts from, and the contract's rules with what is told at once. */
import { z } from 'zod';
import { type CatalogueItem, newCatalogueItem } from '#contract/catalogue.ts';
import { quantity } from '#domain/money.ts';
import { breakOutOfOrder } from '#domain/vendor/catalogue.ts';

const fields = newCatalogueItem.shape;

/** 0: none chosen yet. */
export const itemRules = z
  .strictObject({ ...fields, vendorId: z.int().min(1), skuId: z.int().min(1) })
  .superRefine(({ priceBreaks }, { addIssue }) => {
    const at = breakOutOfOrder(priceBreaks.map(({ from }) => ({ from: quantity(from) })));
    if (at < 0) return;
    addIssue({
      code: 'custom',
      path: ['priceBreaks', at, 'from'],
      message: 'is not above the one before it',
    });
  });
export type ItemTyped = z.input<typeof itemRules>;
export type ItemValues = z.output<typeof itemRules>;

/** NaN: no cost was typed yet, which is not a cost of nothing. */
export const blankItem = (vendorId: number, skuId: number): ItemValues => ({
  vendorId,
  skuId,
  vendorPartNumber: '',
  description: '',
  cost: Number.NaN,
  leadDays: null,
  minQuantity: null,
  priceBreaks: [],
  preferred: false,
  externalKey: null,
});

export const valuesOf = (item: CatalogueItem): ItemValues => {
  const { vendorId, skuId, vendorPartNumber, description, cost, leadDays, minQuantity } = item;
  const { priceBreaks, preferred, externalKey } = item;
  return {
    vendorId,
    skuId,
    vendorPartNumber,
    description,
    cost,
    leadDays,
    minQuantity,
    priceBreaks,
    preferred,
    externalKey,
  };
};
