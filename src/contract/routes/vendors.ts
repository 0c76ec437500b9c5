/** Vendors (domain-rules §5, §9): purchasing, accounting and admin; nobody else sees them. */
import { type Route, route } from '../endpoint.ts';
import { IMPORT_BODY } from '../import-limits.ts';
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
  'vendors.export': route('GET', '/api/vendors/export.csv', {
    summary: 'All vendors as CSV, with the columns an import reads',
    roles: buying,
    kind: 'download',
  }),
  'vendors.checkImport': route('POST', '/api/vendors/check-import', {
    summary: 'What a CSV would make of the vendors; nothing is written',
    roles: buying,
    idempotency: 'natural',
    audit: 'vendor.check-import',
    bodyLimit: IMPORT_BODY,
  }),
  'vendors.import': route('POST', '/api/vendors/import', {
    summary: 'Bring a CSV into the vendors as it was checked; rows that cannot be taken are left out',
    roles: buying,
    idempotency: 'key',
    audit: 'vendor.import',
    bodyLimit: IMPORT_BODY,
  }),
  'vendors.get': route('GET', '/api/vendors/:id', {
    summary: 'A vendor with its contacts',
    roles: buying,
  }),
  'vendors.bought': route('GET', '/api/vendors/:id/bought', {
    summary: 'What was bought of a vendor, by year, and how punctual it was',
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
