/** What is posted to the books, and the batches of it. */
import { queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { FileFormat } from '#domain/posting/files.ts';
import { api } from '../lib/api.ts';
import { widePages } from './wide-pages.ts';
import { write } from './write.ts';

const keys = {
  all: ['postings'] as const,
  detail: (id: number) => ['postings', 'detail', id] as const,
};

export const postingQueries = {
  waiting: () =>
    queryOptions({
      queryKey: [...keys.all, 'waiting'],
      queryFn: ({ signal }) => api.call('postings.waiting', { query: {}, signal }),
    }),
  list: () =>
    widePages([...keys.all, 'list'], ({ after, limit }, signal) =>
      api.call('postings.list', {
        query: { limit, after: after === undefined ? undefined : Number(after) },
        signal,
      }),
    ),
  detail: (id: number) =>
    queryOptions({
      queryKey: keys.detail(id),
      queryFn: ({ signal }) => api.call('postings.get', { params: { id }, signal }),
    }),
};

export const readPostingFile = (id: number, format: FileFormat) =>
  api.call('postings.file', { params: { id }, query: { format } });

const stale = () => [keys.all, ['invoices'], ['payments'], ['receivables'], ['history']];
type Unposting = { readonly id: number } & BodyIn<'postings.unpost'>;
type Exporting = { readonly id: number } & BodyIn<'postings.export'>;
type Correcting = { readonly id: number } & BodyIn<'invoices.correct'>;

/** `useMutation(postingMutations.post())` */
export const postingMutations = {
  post: () =>
    write<BodyIn<'postings.post'>, ResultOf<'postings.post'>>({
      key: ['postings', 'post'],
      send: (body, { idempotencyKey }) => api.call('postings.post', { body, idempotencyKey }),
      stale,
    }),
  unpost: () =>
    write<Unposting, ResultOf<'postings.unpost'>>({
      key: ['postings', 'unpost'],
      send: ({ id, ...body }, { idempotencyKey }) =>
        api.call('postings.unpost', { params: { id }, body, idempotencyKey }),
      stale,
    }),
  export: () =>
    write<Exporting, ResultOf<'postings.export'>>({
      key: ['postings', 'export'],
      send: ({ id, version }, { idempotencyKey }) =>
        api.call('postings.export', { params: { id }, body: { version }, idempotencyKey }),
      apply: (client, batch) => client.setQueryData(keys.detail(batch.id), batch),
      stale,
    }),
  correct: () =>
    write<Correcting, ResultOf<'invoices.correct'>>({
      key: ['invoices', 'correct'],
      send: ({ id, ...body }, { idempotencyKey }) =>
        api.call('invoices.correct', { params: { id }, body, idempotencyKey }),
      stale,
    }),
};
