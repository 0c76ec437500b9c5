/** Saved views of lists: of the office, in every mode. */
import { type Route, route } from '../endpoint.ts';

export const views = {
  'views.list': route('GET', '/api/views', {
    summary: 'Saved views of a list: one’s own and those shared',
    roles: 'self',
    answeredBy: 'bff',
  }),
  'views.create': route('POST', '/api/views', {
    summary: 'Save a view of a list',
    roles: 'self',
    answeredBy: 'bff',
    idempotency: 'key',
    audit: 'view.create',
  }),
  'views.change': route('PATCH', '/api/views/:id', {
    summary: 'Rename or share a view, set what it shows, or open the list with it',
    roles: 'self',
    answeredBy: 'bff',
    idempotency: 'versions',
    audit: 'view.change',
  }),
  'views.delete': route('DELETE', '/api/views/:id', {
    summary: 'Delete a saved view',
    roles: 'self',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'view.delete',
  }),
} as const satisfies Record<string, Route>;
