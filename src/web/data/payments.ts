/** What customers pay, and what of theirs is open. Payments to vendors: `payables.ts`. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { InvoiceSyncStatus } from '#domain/job/job-card.ts';
import type { PaymentKind } from '#domain/payments/payment.ts';
import { api } from '../lib/api.ts';
import type { Versioned } from './versions.ts';
import { widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

/** What a list of payments is narrowed to. Days, ids and words as in the contract. */
export type CustomerPaymentFilters = {
  readonly q?: string | undefined;
  readonly kinds?: readonly PaymentKind[] | undefined;
  readonly syncStatuses?: readonly InvoiceSyncStatus[] | undefined;
  readonly customerId?: number | undefined;
  readonly invoiceId?: number | undefined;
  readonly paymentTypeIds?: readonly number[] | undefined;
  readonly businessUnitIds?: readonly number[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly unapplied?: 'true' | undefined;
};

const keys = {
  all: ['payments'] as const,
  lists: ['payments', 'list'] as const,
  details: ['payments', 'detail'] as const,
  open: ['payments', 'open'] as const,
};

export const customerPaymentQueries = {
  list: (filters: CustomerPaymentFilters = {}) =>
    widePages([...keys.lists, filters], ({ after, limit }, signal) =>
      api.call('payments.list', {
        query: { ...filters, limit, after: after === undefined ? undefined : Number(after) },
        signal,
      }),
    ),
  choices: () =>
    queryOptions({
      queryKey: [...keys.all, 'choices'],
      queryFn: ({ signal }) => api.call('payments.choices', { signal }),
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: [...keys.details, id],
      queryFn: ({ signal }) => api.call('payments.get', { params: { id }, signal }),
    }),
  /** Whose invoice it is that is to be paid. */
  invoice: (id: number) =>
    queryOptions({
      queryKey: ['invoices', 'detail', id],
      queryFn: ({ signal }) => api.call('invoices.get', { params: { id }, signal }),
    }),
  /** What a customer owes and what is theirs, document by document. */
  openOf: (customerId: number) =>
    queryOptions({
      queryKey: [...keys.open, customerId],
      queryFn: ({ signal }) => api.call('payments.openOf', { params: { id: customerId }, signal }),
    }),
};

type Written = ResultOf<'payments.create'>;
type Applied = ResultOf<'payments.apply'>;
type Step = 'payments.void' | 'payments.bounce' | 'payments.update';
type Stepped<N extends Step> = Based & Omit<BodyIn<N>, 'expected'> & { readonly id: number };
type Refund = BodyIn<'payments.refund'> & { readonly id: number };

/** What is open of an invoice, what its page and its job tell of it, what the customer owes. */
const AROUND = [
  keys.lists,
  keys.open,
  ['invoices'],
  ['customers', 'overview'],
  ['jobs', 'invoice'],
  ['history', 'invoice'],
  ['history', 'payment'],
];

const common = {
  apply: (client: QueryClient, { payment }: Written) =>
    client.setQueryData(customerPaymentQueries.detail(payment.id).queryKey, payment),
  versionsIn: ({ payment: { id, version } }: Written): Versioned[] => [{ kind: 'payment', id, version }],
  // Refused or lost: what is on screen may be older than what the server has.
  stale: (_: unknown, result: Written | undefined) => [...AROUND, ...(result ? [] : [keys.details])],
};
const between = {
  versionsIn: ({ versions }: Applied): readonly Versioned[] => versions,
  // Of both sides only the versions are told.
  stale: () => [...AROUND, keys.details],
};
const step = <N extends Step>(name: N) =>
  write<Stepped<N>, Written>({
    key: ['payments', name],
    send: ({ id, expected: _, ...body }, { expected, idempotencyKey }) =>
      // The bodies differ only in what N ties to the name.
      api.call(name as 'payments.void', {
        params: { id },
        body: { ...body, expected } as never,
        idempotencyKey,
      }),
    ...common,
  });

/** `useMutation(customerPaymentMutations.create())`; a step on a payment goes with the version it was decided on. */
export const customerPaymentMutations = {
  create: () =>
    write<BodyIn<'payments.create'>, Written>({
      key: ['payments', 'create'],
      send: (body, { idempotencyKey }) => api.call('payments.create', { body, idempotencyKey }),
      ...common,
    }),
  update: () => step('payments.update'),
  makeVoid: () => step('payments.void'),
  bounce: () => step('payments.bounce'),
  refund: () =>
    write<Refund, Written>({
      key: ['payments', 'refund'],
      send: ({ id, ...body }, { idempotencyKey }) =>
        api.call('payments.refund', { params: { id }, body, idempotencyKey }),
      ...common,
      // It is another payment; that which it gives back of says so, too.
      stale: () => [...AROUND, keys.details],
    }),
  apply: () =>
    write<BodyIn<'payments.apply'>, Applied>({
      key: ['payments', 'apply'],
      send: (body, { idempotencyKey }) => api.call('payments.apply', { body, idempotencyKey }),
      ...between,
    }),
  unapply: () =>
    write<BodyIn<'payments.unapply'>, Applied>({
      key: ['payments', 'unapply'],
      send: (body, { idempotencyKey }) => api.call('payments.unapply', { body, idempotencyKey }),
      ...between,
    }),
  move: () =>
    write<BodyIn<'payments.move'>, Applied>({
      key: ['payments', 'move'],
      send: (body, { idempotencyKey }) => api.call('payments.move', { body, idempotencyKey }),
      ...between,
    }),
};
