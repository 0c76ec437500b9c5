/** What happened to a record, and the record at a past minute. */
import { queryOptions } from '@tanstack/react-query';
import type { HistoryKind } from '#contract/history-kinds.ts';
import type { Instant } from '#domain/time.ts';
import { api } from '../lib/api.ts';

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
};
