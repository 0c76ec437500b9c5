import { infiniteQueryOptions } from '@tanstack/react-query';
import { customerQueries } from '../../data/customers.ts';
import { api } from '../../lib/api.ts';

/** The most the server gives at once. */
const WIDE = 1000;
const FIRST = 100;

/**
 * The list for scrolling through and for the CSV: a quick first page, wide ones after it, so that ten thousand are ten
 * readings. A search has no pages: its first thousand are all there is to see (contract, `customers.list`).
 */
export const customerListQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: [...customerQueries.lists(), 'wide', q],
    queryFn: ({ pageParam, signal }) =>
      api.call('customers.list', {
        query: { q, after: pageParam, limit: q || pageParam ? WIDE : FIRST },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const mayBeCut = (q: string, shown: number): boolean => q !== '' && shown >= WIDE;
