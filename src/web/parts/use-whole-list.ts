import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAllPages } from './use-all-pages.ts';

type Page<Item> = { readonly items: readonly Item[] };

/**
 * A list that is narrowed, sorted or summed here: read to its end, and nothing of it until then, because a sum of the pages
 * read so far would pass for the sum of all.
 */
export function useWholeList<Item>(list: UseInfiniteQueryResult<InfiniteData<Page<Item>>>): {
  items: Item[];
  isReading: boolean;
} {
  const { isReading } = useAllPages(list, true);
  const { data } = list;
  const items = useMemo(
    () => (isReading ? [] : (data?.pages.flatMap((page) => page.items) ?? [])),
    [data, isReading],
  );
  return { items, isReading: list.isPending || isReading };
}
