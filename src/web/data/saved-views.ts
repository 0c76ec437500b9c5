/** Saved views of lists. */
import { queryOptions } from '@tanstack/react-query';
import type { BodyIn } from '#contract/endpoints.ts';
import type { SavedView } from '#contract/saved-view.ts';
import { api } from '../lib/api.ts';
import { write } from './write.ts';

export const viewQueries = {
  all: () => ['views'] as const,
  of: (page: string) =>
    queryOptions({
      queryKey: [...viewQueries.all(), page],
      queryFn: ({ signal }) => api.call('views.list', { query: { page }, signal }),
    }),
};

const stale = () => [viewQueries.all()];

export const viewMutations = {
  create: () =>
    write<BodyIn<'views.create'>, SavedView>({
      key: ['views', 'create'],
      send: (body, { idempotencyKey }) => api.call('views.create', { body, idempotencyKey }),
      stale,
    }),
  change: () =>
    write<{ id: number } & BodyIn<'views.change'>, SavedView>({
      key: ['views', 'change'],
      send: ({ id, ...body }, { idempotencyKey }) =>
        api.call('views.change', { params: { id }, body, idempotencyKey }),
      stale,
    }),
  remove: () =>
    write<{ id: number }, unknown>({
      key: ['views', 'delete'],
      send: ({ id }) => api.call('views.delete', { params: { id } }),
      stale,
    }),
};
