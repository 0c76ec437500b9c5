/** One's own last steps, taking them back, and doing them again. */
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
type Named = { readonly operationId?: number | undefined };

const bodyOf = ({ operationId }: Named) => (operationId === undefined ? {} : { operationId });
/** What comes back or goes is told by the change feed; lists are read again. */
const listsTouched = () => [
  ['board'],
  ['capacity'],
  ['jobs'],
  ['appointments'],
  ['customers'],
  ['notes'],
  ['files'],
  // A publication that is taken back is the draft's again.
  ['drafts'],
  ['history'],
  operationQueries.all(),
];

export const operationMutations = {
  /** The last step, or the one named. */
  undo: () =>
    write<Named, Undone>({
      key: ['operations', 'undo'],
      // After moves that are still under way, so that the last step is the one the person saw last.
      scope: 'board',
      send: (named, { idempotencyKey }) =>
        api.call('operations.undo', { body: bodyOf(named), idempotencyKey }),
      stale: listsTouched,
    }),
  /** What was undone last, or the step named. */
  redo: () =>
    write<Named, ResultOf<'operations.redo'>>({
      key: ['operations', 'redo'],
      scope: 'board',
      send: (named, { idempotencyKey }) =>
        api.call('operations.redo', { body: bodyOf(named), idempotencyKey }),
      stale: listsTouched,
    }),
};
