/** Jobs whose parts are in. Apart from the rest of a job's parts: the board carries no more of them than this. */
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

/** Below the key of SKUs: a change of stock or of an order has them read again (`live/apply-event.ts`). */
export const partsInQuery = () =>
  queryOptions({
    queryKey: ['skus', 'parts-in'],
    queryFn: ({ signal }) => api.call('jobs.partsIn', { signal }),
  });
