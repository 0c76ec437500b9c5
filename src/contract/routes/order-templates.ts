/** Orders to begin with: of those who raise orders. */
import { type Route, route } from '../endpoint.ts';
import { purchaseKeeping } from './roles.ts';

export const orderTemplates = {
  'orderTemplates.list': route('GET', '/api/order-templates', {
    summary: 'Templates of purchase orders by name',
    roles: purchaseKeeping,
  }),
  'orderTemplates.get': route('GET', '/api/order-templates/:id', {
    summary: 'A template of a purchase order, its lines at what they cost today',
    roles: purchaseKeeping,
  }),
  'orderTemplates.create': route('POST', '/api/order-templates', {
    summary: 'Save a purchase order as a template',
    roles: purchaseKeeping,
    idempotency: 'key',
    audit: 'order-template.create',
  }),
  'orderTemplates.change': route('PATCH', '/api/order-templates/:id', {
    summary: 'Rename a template, put it out of use or use it again',
    roles: purchaseKeeping,
    idempotency: 'versions',
    audit: 'order-template.change',
  }),
  'orderTemplates.delete': route('DELETE', '/api/order-templates/:id', {
    summary: 'Delete a template of a purchase order',
    roles: purchaseKeeping,
    idempotency: 'natural',
    audit: 'order-template.delete',
  }),
} as const satisfies Record<string, Route>;
