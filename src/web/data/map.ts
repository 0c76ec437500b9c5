import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/api.ts';

export const mapQueries = {
  /** What the operator set up: it does not change while the page is open. */
  settings: () =>
    queryOptions({
      queryKey: ['map', 'settings'],
      queryFn: ({ signal }) => api.call('map.settings', { signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};
