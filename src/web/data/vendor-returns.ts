/** Returns to vendors: reading them and every command on them. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { ReturnCardView } from '#contract/vendor-return.ts';
import type { ReturnStatus, VendorReturn } from '#domain/purchasing/vendor-return.ts';
import { api } from '../lib/api.ts';
import './order-names.ts';
import type { Versioned } from './versions.ts';
import { widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

/** What a list of returns is narrowed to. Days and ids as in the contract. */
export type ReturnFilters = {
  readonly q?: string | undefined;
  readonly statuses?: readonly ReturnStatus[] | undefined;
  readonly vendorId?: number | undefined;
  readonly orderId?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

const keys = {
  all: ['vendorReturns'] as const,
  lists: ['vendorReturns', 'list'] as const,
  detail: (id: number) => ['vendorReturns', 'detail', id] as const,
};

export const returnQueries = {
  list: (filters: ReturnFilters = {}) =>
    widePages([...keys.lists, filters], ({ after, limit }, signal) =>
      api.call('vendorReturns.list', {
        query: { ...filters, limit, after: after === undefined ? undefined : Number(after) },
        signal,
      }),
    ),
  detail: (id: number) =>
    queryOptions({
      queryKey: keys.detail(id),
      queryFn: ({ signal }) => api.call('vendorReturns.get', { params: { id }, signal }),
    }),
};

/** A return as the rules decide on it: the same shape, in the domain's own numbers. */
export const returnOf = ({ vendorReturn, lines }: ReturnCardView): VendorReturn =>
  ({ ...vendorReturn, lines }) as unknown as VendorReturn;

type Written = ResultOf<'vendorReturns.update'>;
type Of<Body> = Based & Omit<Body, 'expected'> & { readonly id: number };
export type ReturnStep = 'update' | 'sendBack' | 'receiveCredit' | 'cancel';

/** As they are on screen: what a step is decided on. */
export const returnVersions = ({ vendorReturn: { id, version } }: ReturnCardView): Versioned[] => [
  { kind: 'vendorReturn', id, version },
];

const common = {
  apply: (client: QueryClient, { card }: Written) =>
    client.setQueryData(returnQueries.detail(card.vendorReturn.id).queryKey, card),
  versionsIn: ({ card }: Written): Versioned[] => returnVersions(card),
  stale: (_: unknown, result: Written | undefined) => [
    keys.lists,
    // Its order says what went back of which line.
    ['purchaseOrders', 'detail'],
    ['skus'],
    ['history'],
    ['operations'],
    // Refused or lost: what is on screen may be older than what the server has.
    ...(result ? [] : [[...keys.all, 'detail']]),
  ],
};

/** `useMutation(returnMutations.create())`; a step on one that is there goes with the versions it was decided on. */
export const returnMutations = {
  create: () =>
    write<BodyIn<'vendorReturns.create'>, Written>({
      key: ['vendorReturns', 'create'],
      send: (body, { idempotencyKey }) => api.call('vendorReturns.create', { body, idempotencyKey }),
      ...common,
    }),
  step: <S extends ReturnStep>(name: S) =>
    write<Of<BodyIn<`vendorReturns.${S}`>>, Written>({
      key: ['vendorReturns', name],
      send: ({ id, expected: _, ...body }, { expected, idempotencyKey }) =>
        api.call(`vendorReturns.${name}`, {
          params: { id },
          body: { ...body, expected } as never,
          idempotencyKey,
        }) as Promise<Written>,
      ...common,
    }),
};
