/** Vendors with the people there: reading them and every command on them. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { DeliveryOption } from '#domain/vendor/delivery.ts';
import { api } from '../lib/api.ts';
import { vendorKeys } from './vendor-names.ts';
import type { Versioned } from './versions.ts';
import { widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

/** What a list of vendors is narrowed to. */
export type VendorFilters = {
  readonly q?: string | undefined;
  readonly active?: 'false' | undefined;
  readonly tagIds?: readonly number[] | undefined;
  readonly paymentTermId?: number | undefined;
  readonly deliveryOptions?: readonly DeliveryOption[] | undefined;
};

export const vendorQueries = {
  all: () => vendorKeys.all,
  lists: () => vendorKeys.lists,
  list: (filters: VendorFilters = {}) =>
    widePages([...vendorKeys.lists, filters], (page, signal) =>
      api.call('vendors.list', { query: { ...filters, ...page }, signal }),
    ),
  /** For pickers and the palette: the first few matches only. */
  search: (q: string, limit = 8) =>
    queryOptions({
      queryKey: [...vendorKeys.all, 'search', q, limit],
      queryFn: ({ signal }) => api.call('vendors.list', { query: { q, limit }, signal }),
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: vendorKeys.detail(id),
      queryFn: ({ signal }) => api.call('vendors.get', { params: { id }, signal }),
    }),
  /** Whom we have of a name like this. Asks nothing as long as there is too little of it. */
  alike: (name: string, except?: number) =>
    queryOptions({
      queryKey: [...vendorKeys.all, 'alike', name, except],
      queryFn: ({ signal }) =>
        api.call('vendors.alike', { query: { name, ...(except === undefined ? {} : { except }) }, signal }),
      enabled: name.trim().length >= 3,
      staleTime: 30_000,
    }),
};

type Written = ResultOf<'vendors.update'>;

const common = {
  apply: (client: QueryClient, { vendor }: Written) =>
    client.setQueryData(vendorQueries.detail(vendor.id).queryKey, vendor),
  versionsIn: ({ vendor }: Written): Versioned[] => [
    { kind: 'vendor', id: vendor.id, version: vendor.version },
    ...vendor.contacts.map(({ id, version }) => ({ kind: 'vendorContact' as const, id, version })),
  ],
  stale: (_: unknown, result: Written | undefined) => [
    vendorKeys.lists,
    [...vendorKeys.all, 'search'],
    [...vendorKeys.all, 'alike'],
    ['history'],
    ['operations'],
    // Refused or lost: what is on screen may be older than what the server has.
    ...(result ? [] : [[...vendorKeys.all, 'detail']]),
  ],
};

type OfVendor = Based & { readonly id: number };

export const vendorMutations = {
  create: () =>
    write<BodyIn<'vendors.create'>, Written>({
      key: ['vendors', 'create'],
      send: (body, { idempotencyKey }) => api.call('vendors.create', { body, idempotencyKey }),
      ...common,
    }),
  update: () =>
    write<OfVendor & { changes: BodyIn<'vendors.update'>['changes'] }, Written>({
      key: ['vendors', 'update'],
      send: ({ id, changes }, { expected, idempotencyKey }) =>
        api.call('vendors.update', { params: { id }, body: { expected, changes }, idempotencyKey }),
      ...common,
    }),
  addContact: () =>
    write<BodyIn<'vendorContacts.create'>, Written>({
      key: ['vendors', 'add-contact'],
      send: (body, { idempotencyKey }) => api.call('vendorContacts.create', { body, idempotencyKey }),
      ...common,
    }),
  updateContact: () =>
    write<OfVendor & { changes: BodyIn<'vendorContacts.update'>['changes'] }, Written>({
      key: ['vendors', 'update-contact'],
      send: ({ id, changes }, { expected, idempotencyKey }) =>
        api.call('vendorContacts.update', { params: { id }, body: { expected, changes }, idempotencyKey }),
      ...common,
    }),
};
