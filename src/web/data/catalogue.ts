/** What vendors sell: reading it from either side, and every command on it. */
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { CatalogueItem } from '#contract/catalogue.ts';
import { urlOf } from '#contract/client.ts';
import type { BodyIn, ResultOf } from '#contract/endpoints.ts';
import type { ImportChecked, ListImported } from '#contract/list-imported.ts';
import { api } from '../lib/api.ts';
import type { ListImport } from './list-imports.ts';
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

// The vendor counts what it sells, the SKU names who sells it.
const stale = () => [all, ['vendors', 'detail'], ['skus', 'detail'], ['history'], ['operations']];

const common = {
  versionsIn: ({ item }: Written): Versioned[] => [
    { kind: 'catalogueItem', id: item.id, version: item.version },
  ],
  stale,
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

/** A file of one vendor's: checked by the server, written as it was checked. */
export const catalogueImport = (id: number): ListImport => ({
  check: () =>
    mutationOptions<ImportChecked, Error, { csv: string }>({
      mutationKey: ['catalogue', 'check-import'],
      mutationFn: ({ csv }) => api.call('vendors.checkCatalogueImport', { params: { id }, body: { csv } }),
    }),
  write: () =>
    write<{ csv: string; seen: string }, ListImported>({
      key: ['catalogue', 'import'],
      send: ({ csv, seen }, { idempotencyKey }) =>
        api.call('vendors.importCatalogue', { params: { id }, body: { csv, seen }, idempotencyKey }),
      stale,
    }),
});

/** All of it as a file: a plain link, downloads are GET and need no header (R14). */
export const catalogueFileUrl = (id: number): string => urlOf('vendors.exportCatalogue', { id });
