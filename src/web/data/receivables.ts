/** What customers owe as of a day. Under the key of invoices: whatever changes one of those, or a payment, changes this. */
import { queryOptions } from '@tanstack/react-query';
import type { AgedBy, OpenPart } from '#domain/receivables/ageing.ts';
import type { Day } from '#domain/time.ts';
import { api } from '../lib/api.ts';
import { WIDE, widePages } from './wide-pages.ts';

export type AgeingFilters = {
  /** Left out: today. */
  readonly asOf?: Day | undefined;
  readonly by?: AgedBy | undefined;
  readonly of?: 'customer' | 'unit' | undefined;
  readonly only?: OpenPart | undefined;
  readonly businessUnitIds?: readonly number[] | undefined;
  readonly q?: string | undefined;
};

const keys = ['invoices', 'receivables'] as const;

export const receivableQueries = {
  ageing: (filters: AgeingFilters) =>
    widePages(
      [...keys, 'ageing', filters],
      async ({ after, limit }, signal) => {
        const { next, ...page } = await api.call('receivables.ageing', {
          query: { ...filters, limit, from: after },
          signal,
        });
        return { ...page, next: next === null ? null : String(next) };
      },
      WIDE,
    ),
  /** Of one customer, in every currency. */
  open: (customerId: number, { asOf, by, only, businessUnitIds }: AgeingFilters) =>
    queryOptions({
      queryKey: [...keys, 'open', customerId, { asOf, by, only, businessUnitIds }],
      queryFn: ({ signal }) =>
        api.call('receivables.open', { query: { customerId, asOf, by, only, businessUnitIds }, signal }),
    }),
};
