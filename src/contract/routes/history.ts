/** What happened to a record, and undo (domain-rules §10). */
import { type Route, route } from '../endpoint.ts';
import { office } from './roles.ts';

export const history = {
  'history.get': route('GET', '/api/history/:kind/:id', {
    summary: 'What happened to a record, newest first',
    roles: office,
  }),
  'history.at': route('GET', '/api/history/:kind/:id/at', {
    summary: 'The record as it stood at a past minute',
    roles: office,
  }),
  'board.at': route('GET', '/api/board/at', {
    summary: 'One day of the dispatch board as it stood at a past minute',
    roles: office,
  }),
  'moves.list': route('GET', '/api/moves', {
    summary:
      'Who moved what and why: of a day of the board or of one technician on it, a job or a visit, newest first',
    roles: office,
  }),
  'operations.list': route('GET', '/api/operations', {
    summary: 'My last steps that can be undone, and those I undid that can be done again',
    roles: office,
  }),
  'operations.undo': route('POST', '/api/operations/undo', {
    summary: 'Undo my last step, or the one named',
    roles: office,
    idempotency: 'key',
    audit: 'operation.undo',
  }),
  'operations.redo': route('POST', '/api/operations/redo', {
    summary: 'Do again what I undid last, or the step named, until I make a new one',
    roles: office,
    idempotency: 'key',
    audit: 'operation.redo',
  }),
} as const satisfies Record<string, Route>;
