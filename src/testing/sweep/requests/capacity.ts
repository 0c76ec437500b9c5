/** For every route of `contract/routes/capacity.ts` a request that succeeds. */
import type { capacity } from '#contract/routes/capacity.ts';
import type { RequestsOf } from './makers.ts';

export const capacityRequests: RequestsOf<typeof capacity> = {
  'capacity.windows': async ({ company, mine }) => ({
    query: {
      from: '2026-11-23',
      to: '2026-11-24',
      jobTypeId: String(company.jobTypeId),
      businessUnitId: String(company.businessUnitId),
      priority: 'Normal',
      locationId: String(mine.locationId),
      customerId: String(mine.customerId),
    },
  }),
  'capacity.lint': async () => ({}),
};
