/** For every route of `contract/routes/job-parts.ts` a request that succeeds. */
import type { jobParts } from '#contract/routes/job-parts.ts';
import type { Ground } from '../ground.ts';
import { byId, fresh, plain, type RequestsOf } from './makers.ts';

/** Three of a SKU of its own on the shelf. */
async function lyingMaterial({ company, mine }: Ground) {
  const buyer = company.person('purchasing');
  const number = fresh();
  const { sku } = await buyer.call('skus.create', {
    key: `lying sku ${number}`,
    body: { code: `LIES-${number}`, name: `Part ${number}`, kind: 'Material' },
  });
  const inventoryLocationId = mine.setup.inventoryLocation;
  await buyer.call('skus.count', {
    key: `lying count ${number}`,
    params: { id: sku.id },
    body: { inventoryLocationId, quantity: 30_000 },
  });
  return {
    skuId: sku.id,
    inventoryLocationId,
    quantity: 20_000,
    technicianId: company.technicianIds[0]!,
  };
}

export const jobPartsRequests: RequestsOf<typeof jobParts> = {
  'jobs.parts': byId(({ mine }) => mine.card.job.id),
  'jobs.offeredMaterials': async () => ({ query: { q: 'part' } }),
  'jobs.useMaterial': async (ground) => ({
    params: { id: ground.mine.card.job.id },
    body: await lyingMaterial(ground),
  }),
  'jobs.takeBackMaterial': async (ground) => {
    const params = { id: ground.mine.card.job.id };
    const body = await lyingMaterial(ground);
    const { parts } = await ground.company
      .person('csr')
      .call('jobs.useMaterial', { key: `used ${fresh()}`, params, body });
    return { params, body: { materialId: parts.materials.at(-1)!.id } };
  },
  'jobs.partsIn': plain,
  'projects.orders': byId(({ mine }) => mine.projectId),
  'jobs.seePartsIn': byId(({ mine }) => mine.card.job.id),
};
