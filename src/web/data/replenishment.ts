/** What should be bought for the shelves, and raising its orders. */
import { queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { ReplenishmentPolicy } from '#domain/replenishment/need.ts';
import { api } from '../lib/api.ts';
import { write } from './write.ts';

export const replenishmentQueries = {
  /** Below the key of SKUs: a change of stock or of an order has it read again. */
  list: ({ levels, used }: ReplenishmentPolicy) =>
    queryOptions({
      queryKey: ['skus', 'replenishment', levels, used],
      queryFn: ({ signal }) =>
        api.call('replenishment.list', { query: { levels, used: used ? 'true' : 'false' }, signal }),
    }),
};

export const replenishmentMutations = {
  raise: () =>
    write<BodyIn<'replenishment.raise'>, ResultOf<'replenishment.raise'>>({
      key: ['replenishment', 'raise'],
      send: (body, { idempotencyKey }) => api.call('replenishment.raise', { body, idempotencyKey }),
      stale: () => [['skus'], ['purchaseOrders'], ['vendors'], ['operations']],
    }),
};
