/** One's own last steps, and taking them back. */
import { queryOptions } from '@tanstack/react-query';
import type { ResultOf } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import { write } from './write.ts';

export const operationQueries = {
  all: () => ['operations'] as const,
  list: () =>
    queryOptions({
      queryKey: [...operationQueries.all(), 'mine'],
      queryFn: ({ signal }) => api.call('operations.list', { signal }),
      staleTime: 0,
    }),
};

export type Undone = ResultOf<'operations.undo'>;

export const operationMutations = {
  /** The last step, or the one named. What it changed comes back over the change feed; lists are read again. */
  undo: () =>
    write<{ operationId?: number | undefined }, Undone>({
      key: ['operations', 'undo'],
      // After moves that are still under way, so that the last step is the one the person saw last.
      scope: 'board',
      send: ({ operationId }, { idempotencyKey }) =>
        api.call('operations.undo', {
          body: operationId === undefined ? {} : { operationId },
          idempotencyKey,
        }),
      stale: () => [['board'], ['jobs'], ['customers'], ['history'], operationQueries.all()],
    }),
};
