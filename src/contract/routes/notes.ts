/** Notes of any record. */
import { type Route, route } from '../endpoint.ts';
import { office } from './roles.ts';

export const notes = {
  'notes.list': route('GET', '/api/notes', {
    summary: 'Notes of a record, pinned ones first',
    roles: office,
  }),
  'notes.add': route('POST', '/api/notes', {
    summary: 'Write a note on a record',
    roles: office,
    idempotency: 'key',
    audit: 'note.add',
  }),
  'notes.change': route('PATCH', '/api/notes/:id', {
    summary: 'Reword, pin or delete a note',
    roles: office,
    idempotency: 'versions',
    audit: 'note.change',
  }),
} as const satisfies Record<string, Route>;
