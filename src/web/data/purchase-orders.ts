/** Purchase orders: reading them and every command on them. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { urlOf } from '#contract/client.ts';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { OrderCardView } from '#contract/purchase-order.ts';
import { quantity } from '#domain/money.ts';
import type { OrderContext } from '#domain/purchasing/commands.ts';
import type { ApprovalStatus, OrderCard, OrderStatus } from '#domain/purchasing/purchase-order.ts';
import { api } from '../lib/api.ts';
import './order-names.ts';
import type { Versioned } from './versions.ts';
import { widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

/** What a list of orders is narrowed to. Days and ids as in the contract. */
export type OrderFilters = {
  readonly q?: string | undefined;
  readonly statuses?: readonly OrderStatus[] | undefined;
  readonly approval?: ApprovalStatus | undefined;
  readonly vendorId?: number | undefined;
  readonly typeIds?: readonly number[] | undefined;
  readonly businessUnitIds?: readonly number[] | undefined;
  readonly jobId?: number | undefined;
  readonly projectId?: number | undefined;
  readonly technicianId?: number | undefined;
  readonly without?: 'job' | 'project' | 'technician' | undefined;
  readonly currency?: string | undefined;
  readonly skuId?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly requiredFrom?: string | undefined;
  readonly requiredTo?: string | undefined;
  readonly expectedFrom?: string | undefined;
  readonly expectedTo?: string | undefined;
  readonly receivedFrom?: string | undefined;
  readonly receivedTo?: string | undefined;
  readonly invoice?: string | undefined;
  readonly notInvoice?: string | undefined;
  readonly overdue?: 'true' | undefined;
};

const keys = {
  all: ['purchaseOrders'] as const,
  lists: ['purchaseOrders', 'list'] as const,
  detail: (id: number) => ['purchaseOrders', 'detail', id] as const,
};

export const orderQueries = {
  lists: () => keys.lists,
  list: (filters: OrderFilters = {}) =>
    widePages([...keys.lists, filters], ({ after, limit }, signal) =>
      api.call('purchaseOrders.list', {
        query: { ...filters, limit, after: after === undefined ? undefined : Number(after) },
        signal,
      }),
    ),
  /** For the palette: the first few matches only. */
  search: (q: string, limit = 8) =>
    queryOptions({
      queryKey: [...keys.all, 'search', q, limit],
      queryFn: ({ signal }) => api.call('purchaseOrders.list', { query: { q, limit }, signal }),
    }),
  ofCanceledJobs: () =>
    queryOptions({
      queryKey: [...keys.lists, 'of-canceled-jobs'],
      queryFn: ({ signal }) => api.call('purchaseOrders.ofCanceledJobs', { signal }),
    }),
  /** Of projects to order for their names alone. */
  projects: (query: { readonly q?: string; readonly id?: number }) =>
    queryOptions({
      queryKey: [...keys.all, 'projects', query],
      queryFn: ({ signal }) => api.call('purchaseOrders.projects', { query, signal }),
      staleTime: 30_000,
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: keys.detail(id),
      queryFn: ({ signal }) => api.call('purchaseOrders.get', { params: { id }, signal }),
      // Why an e-mail waits is no change of the order: the feed does not carry it.
      refetchInterval: ({ state }) =>
        state.data?.sends.some((send) => send.state === 'Sending') ? 5_000 : false,
    }),
};

/** The vendor's paper, to take away: as it is now, rolled up, or as an e-mail had it. */
export const orderPaperUrl = (
  id: number,
  format: 'pdf' | 'xlsx',
  { rolledUp = false, sendId }: { readonly rolledUp?: boolean; readonly sendId?: number } = {},
): string =>
  urlOf(
    'purchaseOrders.paper',
    { id },
    { format, ...(rolledUp ? { rolledUp: 'true' } : {}), ...(sendId === undefined ? {} : { sendId }) },
  );

/** The card as the rules decide on it: the same shape, in the domain's own numbers. */
export const cardOf = (view: OrderCardView): OrderCard => view as unknown as OrderCard;

/** How much of a line is on returns to the vendor. */
export function returnedIn({ asking }: OrderCardView): OrderContext['returned'] {
  const returned = new Map(asking.returned.map((one) => [one.lineId, quantity(one.quantity)]));
  return (lineId) => returned.get(lineId) ?? quantity(0);
}

type Written = ResultOf<'purchaseOrders.update'>;
type Of<Body> = Based & Omit<Body, 'expected'> & { readonly id: number };

const common = {
  apply: (client: QueryClient, { card }: Written) =>
    client.setQueryData(orderQueries.detail(card.order.id).queryKey, card),
  versionsIn: ({ card: { order } }: Written): Versioned[] => [
    { kind: 'purchaseOrder', id: order.id, version: order.version },
  ],
  stale: (_: unknown, result: Written | undefined) => [
    keys.lists,
    [...keys.all, 'search'],
    ['skus'],
    ['history'],
    ['operations'],
    // Refused or lost: what is on screen may be older than what the server has.
    ...(result ? [] : [[...keys.all, 'detail']]),
  ],
};
const on = ({ id }: { readonly id: number }) => [{ kind: 'purchaseOrder' as const, id }];

export type OrderStep =
  | 'update'
  | 'submit'
  | 'approve'
  | 'reject'
  | 'send'
  | 'stopSending'
  | 'markSent'
  | 'backToPending'
  | 'receive'
  | 'correctReceipt'
  | 'cancelReceipt'
  | 'closeShort'
  | 'cancel'
  | 'keep'
  | 'export';

type OneOfMany = BodyIn<'purchaseOrders.send'> & Based & { readonly id: number };

/** Every step on an order that is there: `useMutation(orderMutations.step('receive'))`. */
export const orderMutations = {
  create: () =>
    write<BodyIn<'purchaseOrders.create'>, Written>({
      key: ['purchaseOrders', 'create'],
      send: (body, { idempotencyKey }) => api.call('purchaseOrders.create', { body, idempotencyKey }),
      ...common,
    }),
  /** One of many, of a list: who gives it has the list read again once all are through. */
  sendOneOfMany: () =>
    write<OneOfMany, Written>({
      key: ['purchaseOrders', 'send'],
      send: ({ id, expected: _, ...body }, { expected, idempotencyKey }) =>
        api.call('purchaseOrders.send', { params: { id }, body: { ...body, expected }, idempotencyKey }),
      on,
      versionsIn: common.versionsIn,
    }),
  step: <S extends OrderStep>(name: S) =>
    write<Of<BodyIn<`purchaseOrders.${S}`>>, Written>({
      key: ['purchaseOrders', name],
      send: ({ id, expected: _, ...body }, { expected, idempotencyKey }) =>
        api.call(`purchaseOrders.${name}`, {
          params: { id },
          body: { ...body, expected } as never,
          idempotencyKey,
        }) as Promise<Written>,
      on,
      ...common,
    }),
};
