/** SKUs and stock (domain-rules §5, §9): purchasing, accounting and admin; counts are purchasing's and the admin's. */
import { type Route, route } from '../endpoint.ts';
import { IMPORT_BODY } from '../import-limits.ts';
import { buying, purchaseKeeping } from './roles.ts';

export const skus = {
  'skus.list': route('GET', '/api/skus', {
    summary: 'SKUs by code; searched by code, name and description',
    roles: buying,
  }),
  'skus.export': route('GET', '/api/skus/export.csv', {
    summary: 'All SKUs as CSV, with the columns an import reads',
    roles: buying,
    kind: 'download',
  }),
  'skus.checkImport': route('POST', '/api/skus/check-import', {
    summary: 'What a CSV would make of the SKUs; nothing is written',
    roles: buying,
    idempotency: 'natural',
    audit: 'sku.check-import',
    bodyLimit: IMPORT_BODY,
  }),
  'skus.import': route('POST', '/api/skus/import', {
    summary: 'Bring a CSV into the SKUs as it was checked; rows that cannot be taken are left out',
    roles: buying,
    idempotency: 'key',
    audit: 'sku.import',
    bodyLimit: IMPORT_BODY,
  }),
  'skus.exportStock': route('GET', '/api/skus/stock.csv', {
    summary: 'What lies and should lie where as CSV, with the columns an import reads',
    roles: buying,
    kind: 'download',
  }),
  'skus.checkStockImport': route('POST', '/api/skus/check-stock-import', {
    summary: 'What a CSV would count and level; nothing is written',
    roles: purchaseKeeping,
    idempotency: 'natural',
    audit: 'sku.check-stock-import',
    bodyLimit: IMPORT_BODY,
  }),
  'skus.importStock': route('POST', '/api/skus/import-stock', {
    summary: 'Count and level by a CSV as it was checked; rows that cannot be taken are left out',
    roles: purchaseKeeping,
    idempotency: 'key',
    audit: 'sku.import-stock',
    bodyLimit: IMPORT_BODY,
  }),
  'skus.get': route('GET', '/api/skus/:id', {
    summary: 'A SKU with what lies where',
    roles: buying,
  }),
  'skus.prices': route('GET', '/api/skus/:id/prices', {
    summary: 'What a SKU cost on orders, newest first; of one vendor or of all',
    roles: buying,
  }),
  'skus.movements': route('GET', '/api/skus/:id/movements', {
    summary: 'The ledger of a SKU, newest first',
    roles: buying,
  }),
  'skus.create': route('POST', '/api/skus', {
    summary: 'Add a SKU',
    roles: buying,
    idempotency: 'key',
    audit: 'sku.create',
  }),
  'skus.update': route('PATCH', '/api/skus/:id', {
    summary: 'Change a SKU, take it out of use or use it again',
    roles: buying,
    idempotency: 'versions',
    audit: 'sku.update',
  }),
  'skus.count': route('POST', '/api/skus/:id/count', {
    summary: 'Say how much of it lies at a place',
    roles: purchaseKeeping,
    idempotency: 'key',
    audit: 'sku.count',
  }),
  'skus.setLevel': route('POST', '/api/skus/:id/level', {
    summary: 'Say how much of it should lie at a place',
    roles: purchaseKeeping,
    idempotency: 'key',
    audit: 'sku.set-level',
  }),
} as const satisfies Record<string, Route>;
