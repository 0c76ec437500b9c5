/** For every route of `contract/routes/presence.ts` a request that succeeds. */
import type { presence } from '#contract/routes/presence.ts';
import type { RequestsOf } from './makers.ts';

export const presenceRequests: RequestsOf<typeof presence> = {
  'presence.say': async () => ({ query: { page: 'page-of-the-sweep', day: '2026-11-21' } }),
  'map.settings': async () => ({}),
};
