/** Customers with their locations and contacts. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import { FEWEST_PHONE_DIGITS } from '#domain/customer/phone-number.ts';
import { api } from '../lib/api.ts';
import { type Versioned, type VersionedKind, versionsOfCustomer } from './versions.ts';
import { WIDE, widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

type Written = ResultOf<'customers.update'>;

/** What is known of a caller so far. `except`: the customer it was read from. */
export type Draft = {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly street?: string;
  readonly unit?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly except?: number;
};
const typed = ({ except, ...draft }: Draft) => ({
  ...Object.fromEntries(Object.entries(draft).filter(([, text]) => text.trim() !== '')),
  ...(except === undefined ? {} : { except: String(except) }),
});
/** A number, an address of mail, or two of name and street: less is everybody. */
const isTelling = ({ name = '', phone = '', email = '', street = '' }: Draft): boolean =>
  phone.replace(/\D/g, '').length >= FEWEST_PHONE_DIGITS ||
  /.@.+\../.test(email) ||
  (name.trim().length > 3 && street.trim().length > 3);

/** Shorter than any postal code there is: it is still being typed. */
export const isWholeZip = (zip: string): boolean => zip.trim().length >= 4;

/** The most a search shows. */
export const MOST_MATCHES = WIDE;

export const customerQueries = {
  all: () => ['customers'] as const,
  lists: () => [...customerQueries.all(), 'list'] as const,
  /** A search has no pages: its first `MOST_MATCHES` are all there is to see (contract, `customers.list`). */
  list: (q = '', outOfUse = false) =>
    widePages(
      [...customerQueries.lists(), q, outOfUse],
      (page, signal) =>
        api.call('customers.list', {
          query: { q, ...(outOfUse ? { active: 'false' } : {}), ...page },
          signal,
        }),
      q ? MOST_MATCHES : undefined,
    ),
  /** For pickers and the palette: the first few matches only. */
  search: (q: string, limit = 8) =>
    queryOptions({
      queryKey: [...customerQueries.all(), 'search', q, limit],
      queryFn: ({ signal }) => api.call('customers.list', { query: { q, limit }, signal }),
    }),
  /** For a call: where nobody has all that was typed, those who have most of it and what they do not have. */
  callers: (q: string, limit = 8) =>
    queryOptions({
      queryKey: [...customerQueries.all(), 'search', q, limit, 'nearly'],
      queryFn: ({ signal }) => api.call('customers.list', { query: { q, limit, nearly: 'true' }, signal }),
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: [...customerQueries.all(), 'detail', id],
      queryFn: ({ signal }) => api.call('customers.get', { params: { id }, signal }),
    }),
  /** All that stands beside a call. */
  overview: (id: number) =>
    queryOptions({
      queryKey: [...customerQueries.all(), 'overview', id],
      queryFn: ({ signal }) => api.call('customers.overview', { params: { id }, signal }),
    }),
  /** Whom we have that the draft is likely to be. Asks nothing as long as there is too little to go by. */
  matches: (draft: Draft) =>
    queryOptions({
      queryKey: [...customerQueries.all(), 'matches', draft],
      queryFn: ({ signal }) => api.call('customers.matches', { query: typed(draft), signal }),
      enabled: isTelling(draft),
      staleTime: 30_000,
    }),
  /** The dispatch zone a new place there gets. */
  zoneOfZip: (zip: string) =>
    queryOptions({
      queryKey: [...customerQueries.all(), 'zone-of-zip', zip],
      queryFn: ({ signal }) => api.call('locations.zone', { query: { zip }, signal }),
      enabled: isWholeZip(zip),
      staleTime: 60_000,
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
  /** The customer `id` stays, `absorbId` becomes part of it. */
  merge: () =>
    write<
      Based & { id: number; absorbId: number; choice: BodyIn<'customers.merge'>['choice'] },
      ResultOf<'customers.merge'>
    >({
      key: ['customers', 'merge'],
      on: ({ id, absorbId }) => [id, absorbId].map((one) => ({ kind: 'customer' as const, id: one })),
      send: ({ id, absorbId, choice }, { expected, idempotencyKey }) =>
        api.call('customers.merge', { params: { id }, body: { expected, absorbId, choice }, idempotencyKey }),
      apply: common.apply,
      versionsIn: common.versionsIn,
      // Jobs, invoices and projects have moved too; the other customer is another now.
      stale: () => [customerQueries.all(), ['jobs'], ['calls'], ['projects'], ['history'], ['operations']],
    }),
};
