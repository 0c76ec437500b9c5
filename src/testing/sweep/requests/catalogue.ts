/** For every route of `contract/routes/catalogue.ts` a request that succeeds. */
import type { catalogue } from '#contract/routes/catalogue.ts';
import type { Ground } from '../ground.ts';
import { byId, fresh, type RequestsOf } from './makers.ts';

/** A vendor and a SKU of somebody else's making, neither of which has a catalogue yet. */
async function freshPair({ company }: Ground) {
  const number = fresh();
  const buyer = company.person('purchasing');
  const { vendor } = await buyer.call('vendors.create', {
    key: `catalogue vendor ${number}`,
    body: { name: `Catalogue ${number}`, street: '4 Dock St', city: 'Quincy' },
  });
  const { sku } = await buyer.call('skus.create', {
    key: `catalogue sku ${number}`,
    body: { code: `SOLD-${number}`, name: `Part ${number}`, kind: 'Material' },
  });
  return { vendorId: vendor.id, skuId: sku.id };
}

const item = {
  vendorPartNumber: 'JS-4505',
  description: 'Dual run capacitor',
  cost: 121_000,
  leadDays: 3,
  minQuantity: 10_000,
  priceBreaks: [{ from: 100_000, cost: 110_000 }],
  preferred: true,
};

export const catalogueRequests: RequestsOf<typeof catalogue> = {
  'vendors.catalogue': byId(({ mine }) => mine.vendorId),
  'vendors.exportCatalogue': byId(({ mine }) => mine.vendorId),
  'vendors.checkCatalogueImport': async ({ mine }) => ({
    params: { id: mine.vendorId },
    body: { csv: 'SKU,Cost\nNONE,3\n' },
  }),
  'vendors.importCatalogue': async (ground) => {
    const { vendorId: id, skuId } = await freshPair(ground);
    const buyer = ground.company.person('purchasing');
    const { code } = await buyer.call('skus.get', { params: { id: skuId } });
    const csv = `SKU,Cost,Price breaks\n${code},3,10: 2\n`;
    const { seen } = await buyer.call('vendors.checkCatalogueImport', { params: { id }, body: { csv } });
    return { params: { id }, body: { csv, seen } };
  },
  'skus.vendors': byId(({ mine }) => mine.skuId),
  'catalogue.create': async (ground) => ({ body: { ...(await freshPair(ground)), item } }),
  'catalogue.update': async (ground) => {
    const made = await ground.company.person('purchasing').call('catalogue.create', {
      key: `catalogue item ${fresh()}`,
      body: { ...(await freshPair(ground)), item },
    });
    return {
      params: { id: made.item.id },
      body: {
        expected: [{ kind: 'catalogueItem', id: made.item.id, version: made.item.version }],
        changes: { vendorPartNumber: `JS-${fresh()}`, cost: 130_000 },
      },
    };
  },
};
