/** For every route of `contract/routes/receivables.ts` a request that succeeds. */
import type { receivables } from '#contract/routes/receivables.ts';
import { plain, type RequestsOf } from './makers.ts';

export const receivablesRequests: RequestsOf<typeof receivables> = {
  'receivables.ageing': plain,
  'receivables.open': async ({ mine }) => ({ query: { customerId: String(mine.customerId) } }),
};
