import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';

/** Rows of the first page: quick to show. */
const FIRST = 100;
/** The most the server gives at once. */
export const WIDE = 1000;

export type PageAsk = { after: string | undefined; limit: number };

/**
 * A list for scrolling through and for its CSV: a quick first page, wide ones after it, so that ten thousand rows are
 * eleven readings, also when a change has them read again.
 * @param first rows of the first page, when it is all there is to see
 */
export const widePages = <Page extends { next: string | null }>(
  queryKey: QueryKey,
  read: (ask: PageAsk, signal: AbortSignal) => Promise<Page>,
  first: number = FIRST,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      read({ after: pageParam, limit: pageParam === undefined ? first : WIDE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Every row read so far, and how many there are (the first page says it). */
export const rowsRead = <Item>({
  pages,
}: {
  pages: readonly { readonly items: readonly Item[]; readonly total: number | null }[];
}) => ({ items: pages.flatMap(({ items }) => items), total: pages[0]?.total ?? 0 });
