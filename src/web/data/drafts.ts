/** Draft boards: a day played through beside the live one. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Draft } from '#contract/draft.ts';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import { cardsOfVisits, writesCards } from './jobs.ts';
import { type Based, write } from './write.ts';

export const draftQueries = {
  all: () => ['drafts'] as const,
  lists: () => [...draftQueries.all(), 'list'] as const,
  list: () =>
    queryOptions({
      queryKey: draftQueries.lists(),
      queryFn: async ({ signal }) => (await api.call('drafts.list', { signal })).items,
      staleTime: 0,
    }),
  details: () => [...draftQueries.all(), 'detail'] as const,
  detail: (id: number) =>
    queryOptions({
      queryKey: [...draftQueries.details(), id],
      queryFn: ({ signal }) => api.call('drafts.get', { params: { id }, signal }),
    }),
};

const keep = (client: QueryClient, draft: Draft) =>
  client.setQueryData(draftQueries.detail(draft.id).queryKey, draft);
const stale = () => [draftQueries.lists()];

type Publication = Based & { id: number } & Omit<BodyIn<'drafts.publish'>, 'expected'>;

export const draftMutations = {
  create: () =>
    write<BodyIn<'drafts.create'>, Draft>({
      key: ['drafts', 'create'],
      send: (body, { idempotencyKey }) => api.call('drafts.create', { body, idempotencyKey }),
      apply: keep,
      stale,
    }),
  change: () =>
    write<{ id: number } & BodyIn<'drafts.change'>, Draft>({
      key: ['drafts', 'change'],
      scope: 'drafts',
      send: ({ id, ...body }, { idempotencyKey }) =>
        api.call('drafts.change', { params: { id }, body, idempotencyKey }),
      apply: keep,
      stale,
    }),
  publish: () =>
    write<Publication, ResultOf<'drafts.publish'>>({
      key: ['drafts', 'publish'],
      // Behind moves that are still under way.
      scope: 'board',
      on: ({ moves }, client) =>
        cardsOfVisits(
          client,
          moves.map(({ appointmentId }) => appointmentId),
        ),
      send: ({ id, expected: _formBase, ...body }, { expected, idempotencyKey }) =>
        api.call('drafts.publish', { params: { id }, body: { ...body, expected }, idempotencyKey }),
      versionsIn: writesCards.versionsIn,
      apply: (client, result) => {
        writesCards.apply(client, result);
        keep(client, result.draft);
      },
      stale: (asked, result) => [...writesCards.stale(asked, result), draftQueries.lists()],
    }),
};
