import { QueryClient } from '@tanstack/react-query';
import { isPassing } from '../lib/api.ts';

/**
 * Live changes keep what is on screen true, so reading again is for what the stream does not carry. `always`: an
 * office server on the LAN answers although the browser believes it is offline; a lost connection is then an error
 * with words, not a silent wait.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isPassing(error),
      },
      mutations: {
        networkMode: 'always',
        // The same Idempotency-Key goes with every try, so a repeated write has one effect.
        retry: (failures, error) => failures < 2 && isPassing(error),
      },
    },
  });
}
