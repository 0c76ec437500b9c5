/** Draft boards. */
import { type Route, route } from '../endpoint.ts';
import { dispatching } from './roles.ts';

export const drafts = {
  'drafts.list': route('GET', '/api/drafts', {
    summary: 'Draft boards: one’s own and those shared, the last changed first',
    roles: dispatching,
  }),
  'drafts.get': route('GET', '/api/drafts/:id', {
    summary: 'A draft board with its moves, without those of other business units than one’s own',
    roles: dispatching,
  }),
  'drafts.create': route('POST', '/api/drafts', {
    summary: 'Fork a day into a draft board',
    roles: dispatching,
    idempotency: 'key',
    audit: 'draft.create',
  }),
  'drafts.change': route('PATCH', '/api/drafts/:id', {
    summary: 'Change the moves of a draft board, rename it, share it, put it away',
    roles: dispatching,
    idempotency: 'versions',
    audit: 'draft.change',
  }),
  'drafts.publish': route('POST', '/api/drafts/:id/publish', {
    summary: 'Some or all moves of a draft board on the live day, in one step, all or nothing',
    roles: dispatching,
    idempotency: 'versions',
    audit: 'draft.publish',
  }),
} as const satisfies Record<string, Route>;
