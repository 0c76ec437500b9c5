/** SKUs and stock. */
import type { skus as rows } from '#contract/routes/skus.ts';
import { unitPrice } from '#domain/money.ts';
import { auditedCheck } from '../list-imports/audited-check.ts';
import { pricesOf } from '../purchasing/bought.ts';
import { createSku, updateSku } from '../skus/commands.ts';
import { checkSkuImport, exportSkus, importSkus } from '../skus/import.ts';
import { checkStockImport, exportStock, importStock } from '../skus/import-stock.ts';
import { skuPage } from '../skus/list.ts';
import { movementsOf, skuById } from '../skus/queries.ts';
import { countStock, setLevel } from '../skus/stock.ts';
import { created, given, type Handlers, idOf, ok } from './ask.ts';

export const skusHandlers: Handlers<keyof typeof rows> = {
  'skus.list': ({ tx, query }) => ok(skuPage(tx, query)),
  'skus.export': ({ tx }) => exportSkus(tx),
  'skus.checkImport': ({ tx, context, body }) =>
    ok(auditedCheck(tx, context, 'sku.check-import', checkSkuImport(tx, body))),
  'skus.import': ({ tx, context, body }) => ok(importSkus(tx, context, body)),
  'skus.exportStock': ({ tx }) => exportStock(tx),
  'skus.checkStockImport': ({ tx, context, body }) =>
    ok(auditedCheck(tx, context, 'sku.check-stock-import', checkStockImport(tx, body))),
  'skus.importStock': ({ tx, context, body }) => ok(importStock(tx, context, body)),
  'skus.get': ({ tx, params }) => ok(skuById(tx, idOf(params))),
  'skus.prices': ({ tx, context, params, query }) => ok(pricesOf(tx, context, idOf(params), query)),
  'skus.movements': ({ tx, params, query }) => ok(movementsOf(tx, idOf(params), query)),
  'skus.create': ({ tx, context, body }) => created(createSku(tx, context, body)),
  'skus.update': ({ tx, context, params, body }) => {
    const { cost, price, ...changes } = given(body.changes);
    const priced = {
      ...changes,
      ...(cost !== undefined && { cost: unitPrice(cost) }),
      ...(price !== undefined && { price: price === null ? null : unitPrice(price) }),
    };
    return ok(updateSku(tx, context, idOf(params), { ...body, changes: priced }));
  },
  'skus.count': ({ tx, context, params, body }) => ok(countStock(tx, context, idOf(params), body)),
  'skus.setLevel': ({ tx, context, params, body }) => ok(setLevel(tx, context, idOf(params), body)),
};
