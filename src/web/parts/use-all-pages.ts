import type { InfiniteData } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { errorText } from '../lib/refusal-text.ts';
import { toast } from '../ui/toast-store.ts';

type Page<Item> = { readonly items: readonly Item[] };
type Pages<Item> = InfiniteData<Page<Item>>;
type List<Item> = {
  readonly data: Pages<Item> | undefined;
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly isError: boolean;
  readonly fetchNextPage: () => Promise<{
    data: Pages<Item> | undefined;
    hasNextPage: boolean;
    error: unknown;
  }>;
};

/**
 * A list that is read in pages, whole: for a sort the browser makes (`wanted`), which would lie about a part, and for
 * a CSV. `read(listed)` gives every row: those listed, in their order, when they are all there are; otherwise the rest is
 * read first. When that fails it says so and gives nothing: half a file looks like a whole one.
 */
export function useAllPages<Item>(list: List<Item>, wanted: boolean) {
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    // A change elsewhere has the list read again in between: that is waited for, or the two would cancel each other.
    if (wanted && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [wanted, hasNextPage, isFetching, isError, fetchNextPage]);
  const read = useCallback(async (listed: readonly Item[]): Promise<readonly Item[] | null> => {
    let { data, hasNextPage: more } = latest.current;
    if (!more) return listed;
    while (more) {
      const next = await latest.current.fetchNextPage();
      if (next.error) {
        toast({ title: 'No file was made', body: errorText(next.error), tone: 'error' });
        return null;
      }
      data = next.data;
      more = next.hasNextPage;
    }
    return data?.pages.flatMap(({ items }) => items) ?? [];
  }, []);
  return { isReading: wanted && hasNextPage, read };
}
