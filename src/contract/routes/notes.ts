/** Notes of any record. */
import { type Route, route } from '../endpoint.ts';
import { office, people } from './roles.ts';

export const notes = {
  'notes.list': route('GET', '/api/notes', {
    summary: 'Notes of a record, pinned ones first',
    roles: office,
  }),
  'notes.add': route('POST', '/api/notes', {
    summary: 'Write a note on a record',
    roles: people,
    idempotency: 'key',
    audit: 'note.add',
  }),
  'notes.change': route('PATCH', '/api/notes/:id', {
    summary: 'Reword, pin or delete a note',
    roles: people,
    idempotency: 'versions',
    audit: 'note.change',
  }),
} as const satisfies Record<string, Route>;
