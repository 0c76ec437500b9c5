/** For every route of `contract/routes/skus.ts` a request that succeeds. */
import type { skus } from '#contract/routes/skus.ts';
import type { Ground } from '../ground.ts';
import { byId, fresh, type RequestsOf, versionOf } from './makers.ts';

/** Of somebody else's making, so that what it weighs is nobody else's business. */
async function freshSku({ company }: Ground): Promise<number> {
  const number = fresh();
  const { sku } = await company.person('purchasing').call('skus.create', {
    key: `fresh sku ${number}`,
    body: { code: `FRESH-${number}`, name: `Part ${number}`, kind: 'Material' },
  });
  return sku.id;
}

export const skusRequests: RequestsOf<typeof skus> = {
  'skus.list': async () => ({ query: { q: 'part', kinds: 'Material,Equipment', stock: 'low' } }),
  'skus.export': async () => ({}),
  'skus.checkImport': async () => ({ body: { csv: `Code,Name,Kind\nFILE-${fresh()},Part,Material\n` } }),
  'skus.import': async ({ company }) => {
    const csv = `Code,Name,Kind\nFILE-${fresh()},Part,Material\n`;
    const { seen } = await company.person('purchasing').call('skus.checkImport', { body: { csv } });
    return { body: { csv, seen } };
  },
  'skus.exportStock': async () => ({}),
  'skus.checkStockImport': async () => ({ body: { csv: 'SKU,Location,On hand\nNONE,Nowhere,3\n' } }),
  'skus.importStock': async (ground) => {
    const buyer = ground.company.person('purchasing');
    const { code } = await buyer.call('skus.get', { params: { id: await freshSku(ground) } });
    const { items } = await buyer.call('purchasing.list', { params: { kind: 'inventoryLocation' } });
    const place = items.find(({ id }) => id === ground.mine.setup.inventoryLocation)!.values.name;
    const csv = `SKU,Location,On hand,Least,Most\n${code},${place},3,1,4\n`;
    const { seen } = await buyer.call('skus.checkStockImport', { body: { csv } });
    return { body: { csv, seen } };
  },
  'skus.get': byId(({ mine }) => mine.skuId),
  'skus.prices': byId(({ mine }) => mine.skuId),
  'skus.movements': byId(({ mine }) => mine.skuId),
  'skus.create': async ({ mine }) => ({
    body: {
      code: `NEW-${fresh()}`,
      name: 'Part',
      kind: 'Material',
      cost: 121_000,
      glAccountId: mine.setup.glAccount,
    },
  }),
  'skus.update': async (ground) => {
    const { skuId: id, setup } = ground.mine;
    const version = await versionOf(ground, 'skus', id);
    return {
      params: { id },
      body: {
        expected: [{ kind: 'sku', id, version }],
        changes: { name: `Part ${fresh()}`, cost: 130_000, glAccountId: setup.glAccount },
      },
    };
  },
  'skus.count': async (ground) => ({
    params: { id: await freshSku(ground) },
    body: { inventoryLocationId: ground.mine.setup.inventoryLocation, quantity: 30_000, memo: 'Year end' },
  }),
  'skus.setLevel': async (ground) => ({
    params: { id: await freshSku(ground) },
    body: {
      inventoryLocationId: ground.mine.setup.inventoryLocation,
      level: { least: 10_000, most: 40_000 },
    },
  }),
};
