/** For every route of `contract/routes/timesheets.ts` a request that succeeds. */
import type { timesheets } from '#contract/routes/timesheets.ts';
import type { RequestsOf } from './makers.ts';

export const timesheetsRequests: RequestsOf<typeof timesheets> = {
  'timesheets.list': async () => ({ query: { from: '2026-11-20', until: '2026-11-27' } }),
};
