/** SKUs and what lies where: reading them and every command on them. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { StockMovement } from '#contract/sku.ts';
import type { SkuKind } from '#domain/sku/sku.ts';
import { api } from '../lib/api.ts';
import { skuKeys } from './sku-names.ts';
import type { Versioned } from './versions.ts';
import { rowsRead, widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

/** What a list of SKUs is narrowed to. */
export type SkuFilters = {
  readonly q?: string | undefined;
  readonly active?: 'false' | undefined;
  readonly kinds?: readonly SkuKind[] | undefined;
  readonly stock?: 'low' | 'some' | undefined;
};

/** Lines of the ledger shown before somebody asks for more. */
const FEW_MOVEMENTS = 20;

export const skuQueries = {
  lists: () => skuKeys.lists,
  list: (filters: SkuFilters = {}) =>
    widePages([...skuKeys.lists, filters], (page, signal) =>
      api.call('skus.list', { query: { ...filters, ...page }, signal }),
    ),
  /** For the palette: the first few matches only. */
  search: (q: string, limit = 8) =>
    queryOptions({
      queryKey: [...skuKeys.all, 'search', q, limit],
      queryFn: ({ signal }) => api.call('skus.list', { query: { q, limit }, signal }),
    }),
  detail: (id: number) =>
    queryOptions({
      queryKey: skuKeys.detail(id),
      queryFn: ({ signal }) => api.call('skus.get', { params: { id }, signal }),
    }),
  movements: (id: number) => ({
    ...widePages(
      skuKeys.movements(id),
      (page, signal) => api.call('skus.movements', { params: { id }, query: page, signal }),
      FEW_MOVEMENTS,
    ),
    select: rowsRead<StockMovement>,
  }),
};

type Written = ResultOf<'skus.update'>;
type Counted = ResultOf<'skus.count'>;

const common = {
  apply: (client: QueryClient, { sku }: Pick<Written, 'sku'>) =>
    client.setQueryData(skuQueries.detail(sku.id).queryKey, sku),
  versionsIn: ({ sku }: Pick<Written, 'sku'>): Versioned[] => [
    { kind: 'sku', id: sku.id, version: sku.version },
    ...sku.stock.flatMap(({ level }) =>
      level ? [{ kind: 'stockLevel' as const, id: level.id, version: level.version }] : [],
    ),
  ],
  stale: (_: unknown, result: Pick<Written, 'sku'> | undefined) => [
    skuKeys.lists,
    [...skuKeys.all, 'search'],
    [...skuKeys.all, 'movements'],
    ['history'],
    ['operations'],
    // Refused or lost: what is on screen may be older than what the server has.
    ...(result ? [] : [[...skuKeys.all, 'detail']]),
  ],
};

export const skuMutations = {
  create: () =>
    write<BodyIn<'skus.create'>, Written>({
      key: ['skus', 'create'],
      send: (body, { idempotencyKey }) => api.call('skus.create', { body, idempotencyKey }),
      ...common,
    }),
  update: () =>
    write<Based & { id: number; changes: BodyIn<'skus.update'>['changes'] }, Written>({
      key: ['skus', 'update'],
      send: ({ id, changes }, { expected, idempotencyKey }) =>
        api.call('skus.update', { params: { id }, body: { expected, changes }, idempotencyKey }),
      ...common,
    }),
  count: () =>
    write<{ id: number; count: BodyIn<'skus.count'> }, Counted>({
      key: ['skus', 'count'],
      send: ({ id, count }, { idempotencyKey }) =>
        api.call('skus.count', { params: { id }, body: count, idempotencyKey }),
      ...common,
    }),
  /** `expected` is the version of the level as it was shown; none where there was none. */
  setLevel: () =>
    write<Based & { id: number } & Omit<BodyIn<'skus.setLevel'>, 'expected'>, Written>({
      key: ['skus', 'set-level'],
      send: ({ id, inventoryLocationId, level }, { expected, idempotencyKey }) =>
        api.call('skus.setLevel', {
          params: { id },
          body: { expected, inventoryLocationId, level },
          idempotencyKey,
        }),
      ...common,
    }),
};
