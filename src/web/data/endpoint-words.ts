/**
 * What each endpoint does, in words, as the server's contract says it. The browser's own endpoint table goes without
 * them: the build leaves them out (vite.config.ts), because only the page of roles asks.
 */
import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

type Operation = { readonly operationId?: string; readonly summary?: string };
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** By name of the endpoint: `jobs.book` → "Book a job". */
export const endpointWordsQuery = () =>
  queryOptions({
    queryKey: ['endpoint-words'],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, string>> => {
      const { paths } = (await api.call('openapi.get', { signal })) as { paths: Paths };
      const operations = Object.values(paths).flatMap((path) => Object.values(path));
      return new Map(operations.map(({ operationId = '', summary = operationId }) => [operationId, summary]));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
