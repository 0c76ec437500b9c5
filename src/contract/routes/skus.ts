/** SKUs and stock (domain-rules §5, §9): purchasing, accounting and admin; counts are purchasing's and the admin's. */
import { type Route, route } from '../endpoint.ts';
import { buying, purchaseKeeping } from './roles.ts';

export const skus = {
  'skus.list': route('GET', '/api/skus', {
    summary: 'SKUs by code; searched by code, name and description',
    roles: buying,
  }),
  'skus.get': route('GET', '/api/skus/:id', {
    summary: 'A SKU with what lies where',
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
