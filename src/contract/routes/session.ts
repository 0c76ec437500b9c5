/** Who is signed in, the users, the contract itself and the change feed: answered by the BFF. */
import { type Route, route } from '../endpoint.ts';
import { admin, office } from './roles.ts';

export const session = {
  'session.signIn': route('POST', '/bff/sign-in', {
    summary: 'Sign in with e-mail and password',
    roles: 'public',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'session.sign-in',
  }),
  'session.signOut': route('POST', '/bff/sign-out', {
    summary: 'End this session; twice is fine',
    roles: 'public',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'session.sign-out',
  }),
  'session.user': route('GET', '/bff/user', {
    summary: 'The person signed in',
    roles: 'self',
    answeredBy: 'bff',
  }),
  'session.list': route('GET', '/bff/sessions', {
    summary: 'My open sessions',
    roles: 'self',
    answeredBy: 'bff',
  }),
  'session.end': route('DELETE', '/bff/sessions/:key', {
    summary: 'End one of my sessions',
    roles: 'self',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'session.end',
  }),
  'session.changePassword': route('POST', '/bff/password', {
    summary: 'Change my password; ends my other sessions and renews this one',
    roles: 'self',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'user.change-password',
  }),
  'session.setupState': route('GET', '/bff/setup', {
    summary: 'Whether the first admin must still be made',
    roles: 'public',
    answeredBy: 'bff',
  }),
  'session.firstAdmin': route('POST', '/bff/setup', {
    summary: 'Make the first admin with the one-time token printed at start',
    roles: 'public',
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'user.first-admin',
  }),
  'users.list': route('GET', '/api/users', {
    summary: 'All users of the company',
    roles: admin,
    answeredBy: 'bff',
  }),
  'users.create': route('POST', '/api/users', {
    summary: 'Add a user',
    roles: admin,
    answeredBy: 'bff',
    idempotency: 'key',
    audit: 'user.create',
  }),
  'users.change': route('PATCH', '/api/users/:id', {
    summary: 'Change a user: roles, units, password, active; ends their sessions when it must',
    roles: admin,
    answeredBy: 'bff',
    idempotency: 'versions',
    audit: 'user.change',
  }),
  'openapi.get': route('GET', '/api/openapi.json', {
    summary: 'This contract as an OpenAPI document',
    roles: 'self',
    answeredBy: 'bff',
  }),
  'events.stream': route('GET', '/api/events', {
    summary: 'The change feed as server-sent events; resumes after Last-Event-ID',
    roles: office,
    answeredBy: 'bff',
    kind: 'stream',
  }),
} as const satisfies Record<string, Route>;
