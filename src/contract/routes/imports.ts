/** Imports of service requests and of the records of the program an office moves out of. */
import { type Route, route } from '../endpoint.ts';
import { admin } from './roles.ts';

export const imports = {
  'imports.list': route('GET', '/api/imports', {
    summary: 'Imports, newest first',
    roles: admin,
  }),
  'imports.upload': route('POST', '/api/imports/service-requests', {
    summary: 'Upload a CSV of service requests',
    roles: admin,
    kind: 'upload',
    bodyLimit: 300 * 1024 * 1024,
    idempotency: 'key',
    audit: 'import.upload',
  }),
  'imports.uploadRecords': route('POST', '/api/imports/records/:what', {
    summary: 'Upload a CSV of customers, locations, contacts or open jobs',
    roles: admin,
    kind: 'upload',
    bodyLimit: 300 * 1024 * 1024,
    idempotency: 'key',
    audit: 'import.upload',
  }),
  'imports.get': route('GET', '/api/imports/:id', {
    summary: 'State and progress of an import',
    roles: admin,
  }),
  'imports.check': route('POST', '/api/imports/:id/check', {
    summary: 'Decide every row’s fate under a mapping, writing nothing',
    roles: admin,
    idempotency: 'natural',
    audit: 'import.check',
  }),
  'imports.rows': route('GET', '/api/imports/:id/rows', {
    summary: 'Rows with their fates and reasons',
    roles: admin,
  }),
  'imports.run': route('POST', '/api/imports/:id/run', {
    summary: 'Write what was checked',
    roles: admin,
    idempotency: 'natural',
    audit: 'import.run',
  }),
  'imports.cancel': route('POST', '/api/imports/:id/cancel', {
    summary: 'Stop a check or a run; rows already written stay',
    roles: admin,
    idempotency: 'natural',
    audit: 'import.cancel',
  }),
  'imports.undo': route('POST', '/api/imports/:id/undo', {
    summary: 'Take back what an import has written and nobody has touched since',
    roles: admin,
    idempotency: 'natural',
    audit: 'import.undo',
  }),
  'imports.result': route('GET', '/api/imports/:id/result.csv', {
    summary: 'Every row with its fate and reasons as CSV',
    roles: admin,
    kind: 'download',
  }),
} as const satisfies Record<string, Route>;
