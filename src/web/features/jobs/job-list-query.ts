import { infiniteQueryOptions } from '@tanstack/react-query';
import { type JobFilters, jobQueries } from '../../data/jobs.ts';
import { api } from '../../lib/api.ts';

const FIRST = 100;
/** The most the server gives at once. */
const WIDE = 1000;

/**
 * The list for scrolling through and for the CSV: a quick first page, wide ones after it, so that ten thousand jobs are
 * eleven readings, also when a change has them read again.
 */
export const jobListQuery = (filters: JobFilters) =>
  infiniteQueryOptions({
    queryKey: [...jobQueries.lists(), 'wide', filters],
    queryFn: ({ pageParam, signal }) =>
      api.call('jobs.list', {
        query: { ...filters, after: pageParam, limit: pageParam === undefined ? FIRST : WIDE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
