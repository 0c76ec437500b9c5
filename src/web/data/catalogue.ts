/** What vendors sell: reading it from either side, and every command on it. */
import { queryOptions } from '@tanstack/react-query';
import type { CatalogueItem } from '#contract/catalogue.ts';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import { api } from '../lib/api.ts';
import type { Versioned } from './versions.ts';
import { rowsRead, widePages } from './wide-pages.ts';
import { type Based, write } from './write.ts';

export type CatalogueFilters = {
  readonly q?: string | undefined;
  readonly active?: 'false' | undefined;
};

const all = ['catalogue'] as const;
/** Of a SKU's vendors, or a vendor's SKUs on its own page, before somebody asks for more. */
const FEW = 8;

export const catalogueQueries = {
  all: () => all,
  ofVendor: (id: number, filters: CatalogueFilters = {}) =>
    widePages([...all, 'vendor', id, filters], (page, signal) =>
      api.call('vendors.catalogue', { params: { id }, query: { ...filters, ...page }, signal }),
    ),
  /** The first few of a vendor, and how many there are. */
  someOfVendor: (id: number) =>
    queryOptions({
      queryKey: [...all, 'some', id],
      queryFn: ({ signal }) =>
        api.call('vendors.catalogue', { params: { id }, query: { limit: FEW }, signal }),
    }),
  ofSku: (id: number) => ({
    ...widePages([...all, 'sku', id], (page, signal) =>
      api.call('skus.vendors', { params: { id }, query: page, signal }),
    ),
    select: rowsRead<CatalogueItem>,
  }),
};

type Written = ResultOf<'catalogue.update'>;

const common = {
  versionsIn: ({ item }: Written): Versioned[] => [
    { kind: 'catalogueItem', id: item.id, version: item.version },
  ],
  // The vendor counts what it sells, the SKU names who sells it.
  stale: () => [all, ['vendors', 'detail'], ['skus', 'detail'], ['history'], ['operations']],
};

export const catalogueMutations = {
  create: () =>
    write<BodyIn<'catalogue.create'>, Written>({
      key: ['catalogue', 'create'],
      send: (body, { idempotencyKey }) => api.call('catalogue.create', { body, idempotencyKey }),
      ...common,
    }),
  update: () =>
    write<Based & { id: number; changes: BodyIn<'catalogue.update'>['changes'] }, Written>({
      key: ['catalogue', 'update'],
      send: ({ id, changes }, { expected, idempotencyKey }) =>
        api.call('catalogue.update', { params: { id }, body: { expected, changes }, idempotencyKey }),
      ...common,
    }),
};
