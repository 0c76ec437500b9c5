/** What only admins look into: who did what, and whose sessions end. Answered by the BFF. */
import { type Route, route } from '../endpoint.ts';
import { admin } from './roles.ts';

export const administration = {
  'audit.list': route('GET', '/api/audit', {
    summary: 'Who did what, when and from where, newest first',
    roles: admin,
    answeredBy: 'bff',
  }),
  'users.endSessions': route('POST', '/api/users/:id/end-sessions', {
    summary: 'Sign a person out everywhere',
    roles: admin,
    answeredBy: 'bff',
    idempotency: 'natural',
    audit: 'user.end-sessions',
  }),
} as const satisfies Record<string, Route>;
