/** What customers pay, and what of theirs is open. Payments to vendors: `payables.ts`. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { InvoiceSyncStatus } from '#domain/job/job-card.ts';
import type { PaymentKind } from '#domain/payments/payment.ts';
import { api } from '../lib/api.ts';
import type { Versioned } from './versions.ts';
import { widePages } from './wide-pages.ts';
import { write } from './write.ts';

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

const common = {
  apply: (client: QueryClient, { payment }: Written) =>
    client.setQueryData(customerPaymentQueries.detail(payment.id).queryKey, payment),
  versionsIn: ({ payment: { id, version } }: Written): Versioned[] => [{ kind: 'payment', id, version }],
  stale: (_: unknown, result: Written | undefined) => [
    keys.lists,
    keys.open,
    // What is open of an invoice, what its page and its job tell of it, what the customer owes.
    ['invoices'],
    ['receivables'],
    ['customers', 'overview'],
    ['jobs', 'invoice'],
    ['history', 'invoice'],
    ['history', 'payment'],
    // Refused or lost: what is on screen may be older than what the server has.
    ...(result ? [] : [keys.details]),
  ],
};

export const customerPaymentMutations = {
  create: () =>
    write<BodyIn<'payments.create'>, Written>({
      key: ['payments', 'create'],
      send: (body, { idempotencyKey }) => api.call('payments.create', { body, idempotencyKey }),
      ...common,
    }),
};
