/** Vendors (domain-rules §5, §9): purchasing, accounting and admin; nobody else sees them. */
import { type Route, route } from '../endpoint.ts';
import { buying } from './roles.ts';

export const vendors = {
  'vendors.list': route('GET', '/api/vendors', {
    summary: 'Vendors by name; searched by name, phone, e-mail and city',
    roles: buying,
  }),
  'vendors.alike': route('GET', '/api/vendors/alike', {
    summary: 'Vendors whose names are like one: asked while a new one is typed',
    roles: buying,
  }),
  'vendors.get': route('GET', '/api/vendors/:id', {
    summary: 'A vendor with its contacts',
    roles: buying,
  }),
  'vendors.create': route('POST', '/api/vendors', {
    summary: 'Add a vendor',
    roles: buying,
    idempotency: 'key',
    audit: 'vendor.create',
  }),
  'vendors.update': route('PATCH', '/api/vendors/:id', {
    summary: 'Change a vendor, take it out of use or use it again',
    roles: buying,
    idempotency: 'versions',
    audit: 'vendor.update',
  }),
  'vendorContacts.create': route('POST', '/api/vendor-contacts', {
    summary: 'Add somebody at a vendor',
    roles: buying,
    idempotency: 'key',
    audit: 'vendor-contact.create',
  }),
  'vendorContacts.update': route('PATCH', '/api/vendor-contacts/:id', {
    summary: 'Change or remove somebody at a vendor',
    roles: buying,
    idempotency: 'versions',
    audit: 'vendor-contact.update',
  }),
} as const satisfies Record<string, Route>;
