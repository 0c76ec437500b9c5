/** What happened to a record, and the record at a past minute. */
import { queryOptions } from '@tanstack/react-query';
import type { HistoryKind } from '#contract/history-kinds.ts';
import type { Day, Instant } from '#domain/time.ts';
import { api } from '../lib/api.ts';

/** Whose moves: of a board day, of a technician on it, of a job, of a visit. */
export type MovesScope =
  | { readonly day: Day; readonly timeZone: string; readonly technicianId?: number }
  | { readonly jobId: number }
  | { readonly appointmentId: number };
export type MovesNarrowed = {
  readonly since?: Instant;
  readonly until?: Instant;
  readonly actorId?: number;
};

export const historyQueries = {
  all: () => ['history'] as const,
  of: (kind: HistoryKind, id: number) =>
    queryOptions({
      queryKey: [...historyQueries.all(), kind, id],
      queryFn: ({ signal }) => api.call('history.get', { params: { kind, id }, signal }),
      staleTime: 0,
    }),
  at: (kind: HistoryKind, id: number, at: Instant) =>
    queryOptions({
      queryKey: [...historyQueries.all(), kind, id, 'at', at],
      queryFn: ({ signal }) => api.call('history.at', { params: { kind, id }, query: { at }, signal }),
    }),
  moves: (scope: MovesScope, narrowed: MovesNarrowed = {}) =>
    queryOptions({
      queryKey: [...historyQueries.all(), 'moves', scope, narrowed],
      queryFn: ({ signal }) => api.call('moves.list', { query: { ...scope, ...narrowed }, signal }),
      staleTime: 0,
    }),
};
