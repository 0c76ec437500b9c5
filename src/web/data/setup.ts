/** The set-up lists: read once, kept until a `setup` change says otherwise. */
import { queryOptions } from '@tanstack/react-query';
import type { Setup } from '#contract/setup.ts';
import { api } from '../lib/api.ts';

export const setupQueries = {
  all: () => ['setup'] as const,
  get: () =>
    queryOptions({
      queryKey: [...setupQueries.all(), 'lists'],
      queryFn: ({ signal }) => api.call('setup.get', { signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};

type Named = { readonly id: number; readonly name: string };

/** The name of a set-up record, or the id in brackets for one that is gone: a list must never break on it. */
export const nameIn = (list: readonly Named[], id: number): string =>
  list.find((one) => one.id === id)?.name ?? `(${id})`;

/** The zone the board opens in: that of most of the active business units the person works for. */
export function homeZone(setup: Setup, businessUnitIds: readonly number[] | null): string {
  const mine = setup.businessUnits.filter(
    ({ id, active }) => active && (businessUnitIds === null || businessUnitIds.includes(id)),
  );
  const shared = (zone: string) => mine.filter(({ timeZone }) => timeZone === zone).length;
  // Most of the units; of equally many, the first unit's.
  const [zone] = mine.map(({ timeZone }) => timeZone).sort((a, b) => shared(b) - shared(a));
  return zone ?? 'UTC';
}
