/** Orders to begin others with. */
import { queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import { type Based, write } from './write.ts';

const all = ['orderTemplates'] as const;

export const templateQueries = {
  list: () =>
    queryOptions({
      queryKey: [...all, 'list'],
      queryFn: ({ signal }) => api.call('orderTemplates.list', { signal }),
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: [...all, 'detail', id],
      queryFn: ({ signal }) => api.call('orderTemplates.get', { params: { id }, signal }),
    }),
};

type Change = Based & BodyIn<'orderTemplates.change'> & { readonly id: number };
export const templateMutations = {
  create: () =>
    write<BodyIn<'orderTemplates.create'>, ResultOf<'orderTemplates.create'>>({
      key: [...all, 'create'],
      send: (body, { idempotencyKey }) => api.call('orderTemplates.create', { body, idempotencyKey }),
      stale: () => [all],
    }),
  change: () =>
    write<Change, ResultOf<'orderTemplates.change'>>({
      key: [...all, 'change'],
      send: ({ id, version, changes }, { idempotencyKey }) =>
        api.call('orderTemplates.change', { params: { id }, body: { version, changes }, idempotencyKey }),
      stale: () => [all],
    }),
  remove: () =>
    write<{ readonly id: number }, unknown>({
      key: [...all, 'delete'],
      send: ({ id }) => api.call('orderTemplates.delete', { params: { id } }),
      stale: () => [all],
    }),
};
