/** What vendors sell (domain-rules §5, §9): purchasing, accounting and admin see it; purchasing and the admin keep it. */
import { type Route, route } from '../endpoint.ts';
import { buying, purchaseKeeping } from './roles.ts';

export const catalogue = {
  'vendors.catalogue': route('GET', '/api/vendors/:id/catalogue', {
    summary: 'What a vendor sells, by SKU; searched by code, name, part number and description',
    roles: buying,
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
