/** Invoices of every kind: finding them, reading one whole, and every step on it. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { InvoiceCardView } from '#contract/invoice.ts';
import { type ProblemCode, ProblemError } from '#contract/problem.ts';
import type { InvoiceCard, InvoiceItem, InvoiceKind, ReviewStatus } from '#domain/invoices/invoice.ts';
import type { InvoiceSyncStatus } from '#domain/job/job-card.ts';
import { cents } from '#domain/money.ts';
import { api } from '../lib/api.ts';
import type { Versioned } from './versions.ts';
import { widePages } from './wide-pages.ts';
import { type Based, type Sending, write } from './write.ts';

/** What a list of invoices is narrowed to. Days and ids as in the contract. */
export type InvoiceFilters = {
  readonly q?: string | undefined;
  readonly kinds?: readonly InvoiceKind[] | undefined;
  readonly syncStatuses?: readonly InvoiceSyncStatus[] | undefined;
  readonly reviewStatuses?: readonly ReviewStatus[] | undefined;
  readonly customerId?: number | undefined;
  readonly jobId?: number | undefined;
  readonly projectId?: number | undefined;
  readonly businessUnitIds?: readonly number[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  readonly unpaid?: 'true' | undefined;
  readonly overdue?: 'true' | undefined;
};

const keys = {
  all: ['invoices'] as const,
  lists: ['invoices', 'list'] as const,
  detail: (id: number) => ['invoices', 'detail', id] as const,
};

export const invoiceQueries = {
  list: (filters: InvoiceFilters = {}) =>
    widePages([...keys.lists, filters], ({ after, limit }, signal) =>
      api.call('invoices.list', {
        query: { ...filters, limit, after: after === undefined ? undefined : Number(after) },
        signal,
      }),
    ),
  detail: (id: number) =>
    queryOptions({
      queryKey: keys.detail(id),
      queryFn: ({ signal }) => api.call('invoices.get', { params: { id }, signal }),
    }),
  /** What came for a job and was used on it, and is on no invoice yet. */
  proposals: (jobId: number) =>
    queryOptions({
      queryKey: [...keys.all, 'proposals', jobId],
      queryFn: ({ signal }) => api.call('invoices.proposals', { query: { jobId }, signal }),
    }),
};

type Written = ResultOf<'invoices.editItems'>;
type Of<Body> = Based & Omit<Body, 'expected'> & { readonly id: number };
export type InvoiceStep = 'editItems' | 'update' | 'void' | 'discount' | 'invoiceJob';

/** The invoice with its items, as they are on screen. */
export const invoiceVersions = ({ invoice, items }: InvoiceCardView): Versioned[] => [
  { kind: 'invoice', id: invoice.id, version: invoice.version },
  ...items.map(({ id, version }): Versioned => ({ kind: 'invoiceItem', id, version })),
];

/** As the rules see it: what they say here, the server says. */
export const cardOf = ({ invoice, items }: InvoiceCardView): InvoiceCard => ({
  invoice: {
    ...invoice,
    voided: invoice.voided as InvoiceCard['invoice']['voided'],
  } as InvoiceCard['invoice'],
  items: items.map(
    (item) =>
      ({
        ...item,
        cost: item.spent?.cost ?? 0,
        membershipId: null,
        sourceId: null,
        active: true,
      }) as unknown as InvoiceItem,
  ),
  balanceCents: cents(invoice.balanceCents),
});

const common = {
  apply: (client: QueryClient, { card }: Written) =>
    client.setQueryData(invoiceQueries.detail(card.invoice.id).queryKey, card),
  versionsIn: ({ card }: Written): Versioned[] => invoiceVersions(card),
  // Also those it is about, and what is owed: all of it stands under one key (`data/receivables.ts`).
  stale: () => [keys.all, ['history', 'invoice'], ['jobs', 'invoice'], ['jobs', 'detail']],
};
type Review = Based & Pick<BodyIn<'invoices.review'>, 'reviewStatus'>;
const review = (
  { reviewStatus }: Review,
  { expected, idempotencyKey }: Sending,
): Promise<ResultOf<'invoices.review'>> =>
  api.call('invoices.review', { body: { reviewStatus, expected: expected as never }, idempotencyKey });

/** `useMutation(invoiceMutations.step('editItems', id))`, with the versions it was decided on. */
export const invoiceMutations = {
  step: <S extends InvoiceStep>(name: S, id: number) =>
    write<Of<BodyIn<`invoices.${S}`>>, Written>({
      key: ['invoices', name],
      scope: `invoice ${id}`,
      send: ({ id: of, expected: _, ...body }, { expected, idempotencyKey }) =>
        api.call(`invoices.${name as 'editItems'}`, {
          params: { id: of },
          body: { ...body, expected } as never,
          idempotencyKey,
        }) as Promise<Written>,
      ...common,
    }),
  create: () =>
    write<BodyIn<'invoices.create'>, Written>({
      key: ['invoices', 'create'],
      send: (body, { idempotencyKey }) => api.call('invoices.create', { body, idempotencyKey }),
      ...common,
    }),
  /** How far one was looked at, as a step on its own page. */
  review: (id: number) =>
    write<Review, Written>({
      key: ['invoices', 'review'],
      scope: `invoice ${id}`,
      send: async (asked, sending) => {
        const { operationId, outcomes } = await review(asked, sending);
        const refused = outcomes[0]?.problem;
        if (refused) throw new ProblemError(refused.code as ProblemCode, refused.params);
        return { operationId, merged: false, card: await api.call('invoices.get', { params: { id } }) };
      },
      ...common,
    }),
  /** Of many at once: each is done or refused by itself. */
  reviewMany: () =>
    write<Review, ResultOf<'invoices.review'>>({
      key: ['invoices', 'review', 'many'],
      send: review,
      stale: common.stale,
    }),
};
