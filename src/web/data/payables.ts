/** What is due to vendors, and payments to them. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import type { Versioned } from './versions.ts';
import { WIDE, widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

/** What a list of payments is narrowed to. Days and ids as in the contract. */
export type PaymentFilters = {
  readonly q?: string | undefined;
  readonly payeeVendorId?: number | undefined;
  readonly billId?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

const keys = {
  due: ['payables'] as const,
  payments: ['apPayments'] as const,
  list: ['apPayments', 'list'] as const,
  detail: (id: number) => ['apPayments', 'detail', id] as const,
};
/** As many as tell which check came last. */
const LATEST = 100;

export const payableQueries = {
  /** All payees; more than one page of them is rare, and none is left out of a sum. */
  due: () =>
    widePages([...keys.due, 'all'], (query, signal) => api.call('payables.list', { query, signal }), WIDE),
  /** To one payee: a row for each currency. */
  dueTo: (vendorId: number) =>
    queryOptions({
      queryKey: [...keys.due, vendorId],
      queryFn: ({ signal }) => api.call('payables.list', { query: { vendorId }, signal }),
    }),
  /** Of a vendor's bills those that are open; also those that are paid to somebody else. Read as bills are. */
  openBills: (vendorId: number) =>
    widePages(
      ['bills', 'list', { vendorId, unpaid: 'true' }, 'to pay'],
      ({ after, limit }, signal) =>
        api.call('bills.list', {
          query: { vendorId, unpaid: 'true', limit, after: after === undefined ? undefined : Number(after) },
          signal,
        }),
      WIDE,
    ),
};

export const paymentQueries = {
  list: (filters: PaymentFilters = {}) =>
    widePages([...keys.list, filters], ({ after, limit }, signal) =>
      api.call('apPayments.list', {
        query: { ...filters, limit, after: after === undefined ? undefined : Number(after) },
        signal,
      }),
    ),
  /** The last ones made, newest first: what the next is proposed from. */
  latest: () =>
    queryOptions({
      queryKey: [...keys.list, 'latest'],
      queryFn: ({ signal }) => api.call('apPayments.list', { query: { limit: LATEST }, signal }),
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: keys.detail(id),
      queryFn: ({ signal }) => api.call('apPayments.get', { params: { id }, signal }),
    }),
};

type Written = ResultOf<'apPayments.cancel'>;
type TakeBack = Based & { readonly id: number; readonly memo: string };

const common = {
  apply: (client: QueryClient, { payment }: Written) =>
    client.setQueryData(paymentQueries.detail(payment.id).queryKey, payment),
  versionsIn: ({ payment: { id, version } }: Written): Versioned[] => [{ kind: 'apPayment', id, version }],
  stale: (_: unknown, result: Written | undefined) => [
    keys.due,
    keys.list,
    // What is paid of a bill, and what its page tells of it.
    ['bills'],
    ['history', 'bill'],
    ['history', 'apPayment'],
    // Refused or lost: what is on screen may be older than what the server has.
    ...(result ? [] : [[...keys.payments, 'detail']]),
  ],
};

/** `useMutation(paymentMutations.create())`; taking one back goes with the version it was decided on. */
export const paymentMutations = {
  create: () =>
    write<BodyIn<'apPayments.create'>, Written>({
      key: ['apPayments', 'create'],
      send: (body, { idempotencyKey }) => api.call('apPayments.create', { body, idempotencyKey }),
      ...common,
    }),
  takeBack: () =>
    write<TakeBack, Written>({
      key: ['apPayments', 'cancel'],
      send: ({ id, memo }, { expected, idempotencyKey }) =>
        api.call('apPayments.cancel', {
          params: { id },
          body: { memo, expected } as never,
          idempotencyKey,
        }),
      ...common,
    }),
};
