/** What vendors sell (domain-rules §5, §9): purchasing, accounting and admin see it; purchasing and the admin keep it. */
import { type Route, route } from '../endpoint.ts';
import { IMPORT_BODY } from '../import-limits.ts';
import { buying, purchaseKeeping } from './roles.ts';

export const catalogue = {
  'vendors.catalogue': route('GET', '/api/vendors/:id/catalogue', {
    summary: 'What a vendor sells, by SKU; searched by code, name, part number and description',
    roles: buying,
  }),
  'vendors.exportCatalogue': route('GET', '/api/vendors/:id/catalogue.csv', {
    summary: 'What a vendor sells as CSV, with the columns an import reads',
    roles: buying,
    kind: 'download',
  }),
  'vendors.checkCatalogueImport': route('POST', '/api/vendors/:id/catalogue/check-import', {
    summary: 'What a CSV would make of a vendor’s catalogue; nothing is written',
    roles: purchaseKeeping,
    idempotency: 'natural',
    audit: 'catalogue-item.check-import',
    bodyLimit: IMPORT_BODY,
  }),
  'vendors.importCatalogue': route('POST', '/api/vendors/:id/catalogue/import', {
    summary:
      'Bring a CSV into a vendor’s catalogue as it was checked; rows that cannot be taken are left out',
    roles: purchaseKeeping,
    idempotency: 'key',
    audit: 'catalogue-item.import',
    bodyLimit: IMPORT_BODY,
  }),
  'skus.vendors': route('GET', '/api/skus/:id/vendors', {
    summary: 'Who sells a SKU, by vendor; searched by name, part number and description',
    roles: buying,
  }),
  'catalogue.create': route('POST', '/api/catalogue-items', {
    summary: 'Add a SKU to a vendor’s catalogue',
    roles: purchaseKeeping,
    idempotency: 'key',
    audit: 'catalogue-item.create',
  }),
  'catalogue.update': route('PATCH', '/api/catalogue-items/:id', {
    summary: 'Change what a vendor sells, take it out of the catalogue or bring it back',
    roles: purchaseKeeping,
    idempotency: 'versions',
    audit: 'catalogue-item.update',
  }),
} as const satisfies Record<string, Route>;
