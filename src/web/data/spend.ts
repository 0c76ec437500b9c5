/** What was spent, what is still to come, and the address a calendar reads that from. */
import { queryOptions } from '@tanstack/react-query';
import type { SpendBy } from '#domain/purchasing/spend.ts';
import type { Day } from '#domain/time.ts';
import { api } from '../lib/api.ts';
import type { OrderFilters } from './purchase-orders.ts';
import { WIDE, widePages } from './wide-pages.ts';
import { write } from './write.ts';

/** Below the lists of orders: what changes an order changes these. */
const all = ['purchaseOrders', 'list'] as const;
const feed = ['deliveryFeed'] as const;

export type SpendAsk = OrderFilters & { readonly by: SpendBy; readonly from: Day; readonly to: Day };
export type DeliveriesAsk = {
  readonly from: Day;
  readonly to: Day;
  readonly vendorId?: number | undefined;
  readonly businessUnitIds?: readonly number[] | undefined;
};

export const spendQueries = {
  by: (asked: SpendAsk) =>
    widePages(
      [...all, 'spend', asked],
      (page, signal) => api.call('purchaseOrders.spend', { query: { ...asked, ...page }, signal }),
      WIDE,
    ),
  deliveries: (query: DeliveriesAsk) =>
    queryOptions({
      queryKey: [...all, 'deliveries', query],
      queryFn: ({ signal }) => api.call('purchaseOrders.deliveries', { query, signal }),
    }),
  ofVendor: (id: number) =>
    queryOptions({
      queryKey: [...all, 'ofVendor', id],
      queryFn: ({ signal }) => api.call('vendors.bought', { params: { id }, signal }),
    }),
  ofSku: (id: number, vendorId?: number) =>
    queryOptions({
      queryKey: [...all, 'ofSku', id, vendorId],
      queryFn: ({ signal }) => api.call('skus.prices', { params: { id }, query: { vendorId }, signal }),
    }),
  feed: () =>
    queryOptions({
      queryKey: feed,
      queryFn: ({ signal }) => api.call('purchaseOrders.feed', { signal }),
    }),
};

export const feedMutations = {
  make: () =>
    write<object, { madeOn: string; url: string }>({
      key: [...feed, 'make'],
      send: () => api.call('purchaseOrders.makeFeed', {}),
      stale: () => [feed],
    }),
  revoke: () =>
    write<object, { madeOn: string | null }>({
      key: [...feed, 'revoke'],
      send: () => api.call('purchaseOrders.revokeFeed', {}),
      stale: () => [feed],
    }),
};
