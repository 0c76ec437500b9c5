/** Vendors' bills: reading them and every step on them. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BillCardView } from '#contract/bill.ts';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import { type ProblemCode, ProblemError } from '#contract/problem.ts';
import type { BillStatus } from '#domain/bills/bill.ts';
import type { BooksCommand } from '#domain/bills/books.ts';
import type { InvoiceSyncStatus } from '#domain/job/job-card.ts';
import { api } from '../lib/api.ts';
import './order-names.ts';
import type { Versioned } from './versions.ts';
import { widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

/** What a list of bills is narrowed to. Days and ids as in the contract. */
export type BillFilters = {
  readonly q?: string | undefined;
  readonly statuses?: readonly BillStatus[] | undefined;
  readonly syncStatuses?: readonly InvoiceSyncStatus[] | undefined;
  readonly vendorId?: number | undefined;
  readonly orderId?: number | undefined;
  readonly jobId?: number | undefined;
  readonly projectId?: number | undefined;
  readonly businessUnitIds?: readonly number[] | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  readonly unpaid?: 'true' | undefined;
};

const keys = {
  all: ['bills'] as const,
  lists: ['bills', 'list'] as const,
  detail: (id: number) => ['bills', 'detail', id] as const,
};

export const billQueries = {
  list: (filters: BillFilters = {}) =>
    widePages([...keys.lists, filters], ({ after, limit }, signal) =>
      api.call('bills.list', {
        query: { ...filters, limit, after: after === undefined ? undefined : Number(after) },
        signal,
      }),
    ),
  /** Of an order the first few, for who is about to key in another. */
  ofOrder: (orderId: number) =>
    queryOptions({
      queryKey: [...keys.all, 'of-order', orderId],
      queryFn: ({ signal }) => api.call('bills.list', { query: { orderId, limit: 20 }, signal }),
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: keys.detail(id),
      queryFn: ({ signal }) => api.call('bills.get', { params: { id }, signal }),
    }),
};

type Written = ResultOf<'bills.agree'>;
type Of<Body> = Based & Omit<Body, 'expected'> & { readonly id: number };
export type BillStep = 'enter' | 'agree' | 'judge' | 'cancel';
/** Into the books and out of them is asked for many at once; on a bill's own page of that one. */
type Booked = Based & { readonly id: number; readonly command: BooksCommand };

/** As it is on screen: what a step is decided on. */
export const billVersions = ({ bill: { id, version } }: BillCardView): Versioned[] => [
  { kind: 'bill', id, version },
];

const common = {
  apply: (client: QueryClient, { card }: Written) =>
    client.setQueryData(billQueries.detail(card.bill.id).queryKey, card),
  versionsIn: ({ card }: Written): Versioned[] => billVersions(card),
  stale: (_: unknown, result: Written | undefined) => [
    keys.lists,
    [...keys.all, 'of-order'],
    ['history', 'bill'],
    // Accepted, it makes the average cost; its order says what is billed.
    ['skus'],
    ['purchaseOrders', 'detail'],
    // Refused or lost: what is on screen may be older than what the server has.
    ...(result ? [] : [[...keys.all, 'detail']]),
  ],
};
/** Some other bill of the order may be settled, or open again, by the same step. */
const everyBill = () => [keys.all, ['history', 'bill'], ['skus'], ['purchaseOrders', 'detail']];

/** `useMutation(billMutations.create())`; a step on one that is there goes with the versions it was decided on. */
export const billMutations = {
  create: () =>
    write<BodyIn<'bills.create'>, Written>({
      key: ['bills', 'create'],
      send: (body, { idempotencyKey }) => api.call('bills.create', { body, idempotencyKey }),
      ...common,
    }),
  /** One after the other: verdicts are given faster than they are answered. */
  step: <S extends BillStep>(name: S, id: number) =>
    write<Of<BodyIn<`bills.${S}`>>, Written>({
      key: ['bills', name],
      scope: `bill ${id}`,
      send: ({ id: of, expected: _, ...body }, { expected, idempotencyKey }) =>
        api.call(`bills.${name as 'agree'}`, {
          params: { id: of },
          body: { ...body, expected } as never,
          idempotencyKey,
        }) as Promise<Written>,
      ...common,
    }),
  inBooks: (id: number) =>
    write<Booked, Written>({
      key: ['bills', 'books'],
      scope: `bill ${id}`,
      send: async ({ command }, { expected, idempotencyKey }) => {
        const body = { command, expected } as never;
        const { operationId, outcomes } = await api.call('bills.books', { body, idempotencyKey });
        const refused = outcomes[0]?.problem;
        if (refused) throw new ProblemError(refused.code as ProblemCode, refused.params);
        return { operationId, merged: false, card: await api.call('bills.get', { params: { id } }) };
      },
      ...common,
    }),
  agreeMany: () =>
    write<BodyIn<'bills.agreeMany'>, ResultOf<'bills.agreeMany'>>({
      key: ['bills', 'agreeMany'],
      send: (_, { expected, idempotencyKey }) =>
        api.call('bills.agreeMany', { body: { expected } as never, idempotencyKey }),
      stale: everyBill,
    }),
  books: () =>
    write<BodyIn<'bills.books'>, ResultOf<'bills.books'>>({
      key: ['bills', 'books', 'many'],
      send: ({ command }, { expected, idempotencyKey }) =>
        api.call('bills.books', { body: { command, expected } as never, idempotencyKey }),
      stale: everyBill,
    }),
};
