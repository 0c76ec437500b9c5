/** For every route of `contract/routes/order-templates.ts` a request that succeeds. */
import type { orderTemplates } from '#contract/routes/order-templates.ts';
import type { Id } from '#domain/ids.ts';
import type { Ground } from '../ground.ts';
import { send } from '../send.ts';
import { fresh, plain, type RequestsOf } from './makers.ts';

async function saved(ground: Ground): Promise<Id> {
  const call = await orderTemplatesRequests['orderTemplates.create'](ground);
  const answer = await send(ground.as('admin'), 'orderTemplates.create', call);
  return ((await answer.json()) as { id: Id }).id;
}

export const orderTemplatesRequests: RequestsOf<typeof orderTemplates> = {
  'orderTemplates.list': plain,
  'orderTemplates.get': async (ground) => ({ params: { id: await saved(ground) } }),
  'orderTemplates.create': async ({ mine }) => ({
    body: { name: `Template ${fresh()}`, orderId: mine.purchaseOrderId },
  }),
  'orderTemplates.change': async (ground) => ({
    params: { id: await saved(ground) },
    body: { version: 1, changes: { name: 'Spring', active: false } },
  }),
  'orderTemplates.delete': async (ground) => ({ params: { id: await saved(ground) } }),
};
