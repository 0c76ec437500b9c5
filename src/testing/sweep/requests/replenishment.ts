/** For every route of `contract/routes/replenishment.ts` a request that succeeds. */
import type { replenishment } from '#contract/routes/replenishment.ts';
import { fresh, type RequestsOf } from './makers.ts';

export const replenishmentRequests: RequestsOf<typeof replenishment> = {
  'replenishment.list': async () => ({ query: { levels: 'BelowLeast', used: 'true' } }),
  'replenishment.raise': async ({ company, mine }) => {
    const buyer = company.person('purchasing');
    const number = fresh();
    const { sku } = await buyer.call('skus.create', {
      key: `low sku ${number}`,
      body: { code: `LOW-${number}`, name: `Part ${number}`, kind: 'Material' },
    });
    const inventoryLocationId = mine.setup.inventoryLocation;
    await buyer.call('skus.setLevel', {
      key: `low level ${number}`,
      params: { id: sku.id },
      body: { inventoryLocationId, level: { least: 10_000, most: 40_000 } },
    });
    await buyer.call('catalogue.create', {
      key: `low item ${number}`,
      body: { vendorId: mine.vendorId, skuId: sku.id, item: { cost: 84_100 } },
    });
    return {
      body: {
        policy: { levels: 'BelowLeast', used: true },
        typeId: mine.setup.purchaseOrderType,
        businessUnitId: company.businessUnitId,
        lines: [
          {
            skuId: sku.id,
            inventoryLocationId,
            vendorId: mine.vendorId,
            quantity: 40_000,
            proposed: 40_000,
          },
        ],
      },
    };
  },
};
