/** What vendors sell. */
import type { BodyOf } from '#contract/endpoints.ts';
import type { catalogue as rows } from '#contract/routes/catalogue.ts';
import { quantity, unitPrice } from '#domain/money.ts';
import type { PriceBreak } from '#domain/vendor/catalogue.ts';
import { addItem, updateItem } from '../catalogue/commands.ts';
import { checkCatalogueImport, exportCatalogue, importCatalogue } from '../catalogue/import.ts';
import { cataloguePage } from '../catalogue/list.ts';
import { auditedCheck } from '../list-imports/audited-check.ts';
import { created, given, type Handlers, idOf, ok } from './ask.ts';

export const catalogueHandlers: Handlers<keyof typeof rows> = {
  'vendors.catalogue': ({ tx, params, query }) => ok(cataloguePage(tx, 'vendor', idOf(params), query)),
  'vendors.exportCatalogue': ({ tx, params }) => exportCatalogue(tx, idOf(params)),
  'vendors.checkCatalogueImport': ({ tx, context, params, body }) =>
    ok(
      auditedCheck(tx, context, 'catalogue-item.check-import', checkCatalogueImport(tx, idOf(params), body)),
    ),
  'vendors.importCatalogue': ({ tx, context, params, body }) =>
    ok(importCatalogue(tx, context, idOf(params), body)),
  'skus.vendors': ({ tx, params, query }) => ok(cataloguePage(tx, 'sku', idOf(params), query)),
  'catalogue.create': ({ tx, context, body: { item, ...where } }) =>
    created(addItem(tx, context, { ...where, item: { ...item, ...amountsOf(item) } })),
  'catalogue.update': ({ tx, context, params, body }) => {
    const { cost, minQuantity, priceBreaks, ...changes } = body.changes;
    const amounts = {
      cost: cost === undefined ? undefined : unitPrice(cost),
      minQuantity: minQuantity === undefined ? undefined : unitsOf(minQuantity),
      priceBreaks: priceBreaks?.map(breakOf),
    };
    return ok(updateItem(tx, context, idOf(params), { ...body, changes: given({ ...changes, ...amounts }) }));
  },
};

const unitsOf = (units: number | null) => (units === null ? null : quantity(units));
const breakOf = ({ from, cost }: { from: number; cost: number }): PriceBreak => ({
  from: quantity(from),
  cost: unitPrice(cost),
});
const amountsOf = ({ cost, minQuantity, priceBreaks }: BodyOf<'catalogue.create'>['item']) => ({
  cost: unitPrice(cost),
  minQuantity: unitsOf(minQuantity),
  priceBreaks: priceBreaks.map(breakOf),
});
