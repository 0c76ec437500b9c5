/** Customers, their locations and contacts. */
import { type Route, route } from '../endpoint.ts';
import { office, people } from './roles.ts';

export const customers = {
  'customers.list': route('GET', '/api/customers', {
    summary: 'Customers; one search over name, phone, e-mail and address',
    roles: office,
  }),
  'customers.get': route('GET', '/api/customers/:id', {
    summary: 'A customer with locations and contacts',
    roles: office,
  }),
  'customers.matches': route('GET', '/api/customers/matches', {
    summary: 'Customers a draft is likely to be: asked while a new one is typed',
    roles: office,
  }),
  'customers.overview': route('GET', '/api/customers/:id/overview', {
    summary:
      'A customer with last jobs, open invoices, memberships and pinned notes: what stands beside a call',
    roles: office,
  }),
  'customers.create': route('POST', '/api/customers', {
    summary: 'Add a customer with locations and contacts',
    roles: people,
    idempotency: 'key',
    audit: 'customer.create',
  }),
  'customers.update': route('PATCH', '/api/customers/:id', {
    summary: 'Change a customer',
    roles: people,
    idempotency: 'versions',
    audit: 'customer.update',
  }),
  'customers.merge': route('POST', '/api/customers/:id/merge', {
    summary: 'Two customers that are one: the other becomes part of this one',
    roles: people,
    idempotency: 'versions',
    audit: 'customer.merge',
  }),
  'locations.create': route('POST', '/api/locations', {
    summary: 'Add a location to a customer',
    roles: people,
    idempotency: 'key',
    audit: 'location.create',
  }),
  'locations.zone': route('GET', '/api/locations/zone', {
    summary: 'The dispatch zone a new place of a postal code gets: that of most places there',
    roles: people,
  }),
  'locations.update': route('PATCH', '/api/locations/:id', {
    summary: 'Change a location',
    roles: people,
    idempotency: 'versions',
    audit: 'location.update',
  }),
  'contacts.create': route('POST', '/api/contacts', {
    summary: 'Add a contact to a customer',
    roles: people,
    idempotency: 'key',
    audit: 'contact.create',
  }),
  'contacts.update': route('PATCH', '/api/contacts/:id', {
    summary: 'Change or remove a contact',
    roles: people,
    idempotency: 'versions',
    audit: 'contact.update',
  }),
  'calls.list': route('GET', '/api/calls', {
    summary: 'The last calls, newest first',
    roles: people,
  }),
  'calls.record': route('POST', '/api/calls', {
    summary: 'Write a call down, now; by its number it is found whose it is',
    roles: people,
    idempotency: 'key',
    audit: 'call.record',
  }),
} as const satisfies Record<string, Route>;
