/** What vendors sell of the company's SKUs (domain-rules §5). Costs: only to those who buy (domain-rules §9). */
import { z } from 'zod';
import { LONGEST_CATALOGUE, LONGEST_EXTERNAL_KEY } from '#domain/lengths.ts';
import { MOST_BREAKS } from '#domain/vendor/catalogue.ts';
import { MOST_UNITS } from './most-amounts.ts';
import { expected, id, pageOf, requiredText, text, version } from './scalars.ts';
import { cost } from './sku.ts';

/** Two years: what is further off has no lead time anybody plans with. */
export const MOST_LEAD_DAYS = 730;
/** In 1/10,000 of the SKU's unit; more than none. */
const some = z.int().min(1).max(MOST_UNITS);

const fields = {
  vendorPartNumber: text(LONGEST_CATALOGUE.partNumber),
  description: text(LONGEST_CATALOGUE.description),
  cost,
  leadDays: z.int().min(0).max(MOST_LEAD_DAYS).nullable(),
  /** Less of it they do not sell. */
  minQuantity: some.nullable(),
  /** From below upwards. */
  priceBreaks: z.array(z.strictObject({ from: some, cost })).max(MOST_BREAKS),
  /** Where the SKU is bought unless somebody says otherwise; another vendor's mark goes when one gets it. */
  preferred: z.boolean(),
  externalKey: requiredText(LONGEST_EXTERNAL_KEY).nullable(),
};

/** What it costs; all else has a default. */
export const newCatalogueItem = z.strictObject({
  ...fields,
  vendorPartNumber: fields.vendorPartNumber.default(''),
  description: fields.description.default(''),
  leadDays: fields.leadDays.default(null),
  minQuantity: fields.minQuantity.default(null),
  priceBreaks: fields.priceBreaks.default([]),
  preferred: fields.preferred.default(false),
  externalKey: fields.externalKey.default(null),
});
export const addCatalogueItem = z.strictObject({ vendorId: id, skuId: id, item: newCatalogueItem });
/** `active: false` takes it out of the catalogue. */
export const updateCatalogueItem = z.strictObject({
  expected,
  changes: z.strictObject({ ...fields, active: z.boolean() }).partial(),
});

/** As it stands, with its vendor and its SKU as lists show them. */
export const catalogueItem = z.strictObject({
  ...fields,
  vendorPartNumber: z.string(),
  description: z.string(),
  externalKey: z.string().nullable(),
  id,
  version,
  active: z.boolean(),
  vendorId: id,
  vendorName: z.string(),
  vendorActive: z.boolean(),
  skuId: id,
  skuCode: z.string(),
  skuName: z.string(),
  skuUnit: z.string(),
  skuActive: z.boolean(),
});
export const cataloguePage = pageOf(catalogueItem);
export const catalogueItemWritten = z.strictObject({
  operationId: id,
  merged: z.boolean(),
  item: catalogueItem,
});

export type CatalogueItem = z.output<typeof catalogueItem>;
export type CatalogueItemWritten = z.output<typeof catalogueItemWritten>;
