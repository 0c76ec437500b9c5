/** Schemas of SKUs and stock. */
import { z } from 'zod';
import { SKU_KINDS } from '#domain/sku/sku.ts';
import type { Schemas } from '../endpoint.ts';
import * as imported from '../list-imported.ts';
import type { skus as rows } from '../routes/skus.ts';
import { idPageQuery, idText, pageQuery } from '../scalars.ts';
import * as skus from '../sku.ts';
import { pricesPaid } from '../spend.ts';
import { byId } from './by-id.ts';

const kinds = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.enum(SKU_KINDS)));

export const skusSchemas = {
  'skus.list': {
    query: z.strictObject({
      q: z.string().max(200).optional(),
      /** Those taken out of use. */
      active: z.literal('false').optional(),
      kinds: kinds.optional(),
      /** Below the least somewhere; or with anything on hand. */
      stock: z.enum(['low', 'some']).optional(),
      ...pageQuery,
    }),
    responses: { 200: skus.skuPage },
  },
  'skus.export': { responses: { 200: null } },
  'skus.checkImport': { body: imported.checkImport, responses: { 200: imported.importChecked } },
  'skus.import': { body: imported.writeImport, responses: { 200: imported.listImported } },
  'skus.exportStock': { responses: { 200: null } },
  'skus.checkStockImport': { body: imported.checkImport, responses: { 200: imported.importChecked } },
  'skus.importStock': { body: imported.writeImport, responses: { 200: imported.listImported } },
  'skus.get': { params: byId, responses: { 200: skus.sku } },
  'skus.movements': {
    params: byId,
    query: z.strictObject(idPageQuery),
    responses: { 200: skus.movementPage },
  },
  'skus.prices': {
    params: byId,
    query: z.strictObject({ vendorId: idText.optional() }),
    responses: { 200: pricesPaid },
  },
  'skus.create': { body: skus.newSku, responses: { 201: skus.skuWritten } },
  'skus.update': { params: byId, body: skus.updateSku, responses: { 200: skus.skuWritten } },
  'skus.count': { params: byId, body: skus.countStock, responses: { 200: skus.stockCounted } },
  'skus.setLevel': { params: byId, body: skus.setLevel, responses: { 200: skus.skuWritten } },
} as const satisfies Record<keyof typeof rows, Schemas>;
