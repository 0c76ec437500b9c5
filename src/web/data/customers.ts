/** Customers with their locations and contacts. */
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import { type Versioned, type VersionedKind, versionsOfCustomer } from './versions.ts';
import { type Based, write } from './write.ts';

type Written = ResultOf<'customers.update'>;

export const customerQueries = {
  all: () => ['customers'] as const,
  lists: () => [...customerQueries.all(), 'list'] as const,
  list: (q = '') =>
    infiniteQueryOptions({
      queryKey: [...customerQueries.lists(), q],
      queryFn: ({ pageParam, signal }) =>
        api.call('customers.list', { query: { q, after: pageParam }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  /** For pickers and the palette: the first few matches only. */
  search: (q: string, limit = 8) =>
    queryOptions({
      queryKey: [...customerQueries.all(), 'search', q, limit],
      queryFn: ({ signal }) => api.call('customers.list', { query: { q, limit }, signal }),
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: [...customerQueries.all(), 'detail', id],
      queryFn: ({ signal }) => api.call('customers.get', { params: { id }, signal }),
    }),
};

const common = {
  apply: (client: QueryClient, { customer }: Written) =>
    client.setQueryData(customerQueries.detail(customer.id).queryKey, customer),
  versionsIn: ({ customer }: Written): Versioned[] => versionsOfCustomer(customer),
  stale: (_: unknown, result: Written | undefined) => [
    customerQueries.lists(),
    [...customerQueries.all(), 'search'],
    ['history'],
    ['operations'],
    // Refused or lost: what is on screen may be older than what the server has.
    ...(result ? [] : [[...customerQueries.all(), 'detail']]),
  ],
};

type Change<N extends 'customers.update' | 'locations.update' | 'contacts.update'> = Based & {
  id: number;
  changes: BodyIn<N>['changes'];
};
const change = <N extends 'customers.update' | 'locations.update' | 'contacts.update'>(
  name: N,
  kind: VersionedKind,
) =>
  write<Change<N>, Written>({
    key: ['customers', name],
    on: ({ id }) => [{ kind, id }],
    send: ({ id, changes }, { expected, idempotencyKey }) =>
      // The three bodies differ only in `changes`, whose type N ties to the name.
      api.call(name as 'customers.update', {
        params: { id },
        body: { expected, changes },
        idempotencyKey,
      }),
    ...common,
  });

export const customerMutations = {
  create: () =>
    write<BodyIn<'customers.create'>, Written>({
      key: ['customers', 'create'],
      send: (body, { idempotencyKey }) => api.call('customers.create', { body, idempotencyKey }),
      ...common,
    }),
  update: () => change('customers.update', 'customer'),
  addLocation: () =>
    write<BodyIn<'locations.create'>, Written>({
      key: ['customers', 'add-location'],
      send: (body, { idempotencyKey }) => api.call('locations.create', { body, idempotencyKey }),
      ...common,
    }),
  updateLocation: () => change('locations.update', 'location'),
  addContact: () =>
    write<BodyIn<'contacts.create'>, Written>({
      key: ['customers', 'add-contact'],
      send: (body, { idempotencyKey }) => api.call('contacts.create', { body, idempotencyKey }),
      ...common,
    }),
  updateContact: () => change('contacts.update', 'contact'),
};
