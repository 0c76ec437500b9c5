import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { widePages } from '../data/wide-pages.ts';
import { useWholeList } from './use-whole-list.ts';

afterEach(cleanup);

it('a list of more than one page is nothing until the last is here: its sum is of all or not told', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const answers = new Map<string | undefined, (page: { items: number[]; next: string | null }) => void>();
  const options = widePages(
    ['whole'],
    ({ after }) =>
      new Promise<{ items: number[]; next: string | null }>((answer) => answers.set(after, answer)),
  );
  const { result } = renderHook(() => useWholeList(useInfiniteQuery(options)), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
  const answer = (after: string | undefined, items: number[], next: string | null) =>
    act(async () => answers.get(after)!({ items, next }));
  await answer(undefined, [1, 2], 'b');
  await waitFor(() => expect(answers.has('b')).toBe(true));
  expect(result.current).toEqual({ items: [], isReading: true });
  await answer('b', [3], null);
  await waitFor(() => expect(result.current).toEqual({ items: [1, 2, 3], isReading: false }));
});
