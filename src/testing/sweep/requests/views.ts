/** For every route of `contract/routes/views.ts` a request that succeeds. */
import type { views } from '#contract/routes/views.ts';
import type { Id } from '#domain/ids.ts';
import type { Ground, Who } from '../ground.ts';
import { send } from '../send.ts';
import { fresh, type RequestsOf } from './makers.ts';

/** A view of the caller's own: nobody deletes another's. */
async function savedView(ground: Ground, who: Who = 'admin'): Promise<Id> {
  const call = await viewsRequests['views.create'](ground);
  const answer = await send(ground.as(who), 'views.create', call);
  return ((await answer.json()) as { id: Id }).id;
}

export const viewsRequests: RequestsOf<typeof views> = {
  'views.list': async () => ({ query: { page: 'jobs' } }),
  'views.create': async () => ({
    body: { page: 'jobs', name: `View ${fresh()}`, search: { status: 'Hold' }, shared: true },
  }),
  'views.change': async (ground, who) => ({
    params: { id: await savedView(ground, who) },
    body: { version: 1, changes: { isDefault: true } },
  }),
  'views.delete': async (ground, who) => ({ params: { id: await savedView(ground, who) } }),
};
