/** The last calls, and writing one down. */
import { queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import { write } from './write.ts';

const CALLS = ['calls'] as const;

export const callQueries = {
  all: () => CALLS,
  /** Newest first; of one customer when given. */
  recent: (limit = 20, customerId?: number) =>
    queryOptions({
      queryKey: [...CALLS, 'recent', limit, customerId ?? null],
      queryFn: ({ signal }) =>
        api.call('calls.list', {
          query: { limit: String(limit), ...(customerId ? { customerId: String(customerId) } : {}) },
          signal,
        }),
    }),
};

export const callMutations = {
  record: () =>
    write<BodyIn<'calls.record'>, ResultOf<'calls.record'>>({
      key: ['calls', 'record'],
      send: (body, { idempotencyKey }) => api.call('calls.record', { body, idempotencyKey }),
      stale: () => [CALLS],
    }),
};
