/** Files of any record. */
import { MOST_FILE_BYTES } from '#domain/files.ts';
import { type Route, route } from '../endpoint.ts';
import { office } from './roles.ts';

export const files = {
  'files.list': route('GET', '/api/files', {
    summary: 'Files of a record, newest first, each with a link that is good for a short while',
    roles: office,
  }),
  'files.upload': route('POST', '/api/files', {
    summary: 'Attach a file to a record: an image, a PDF, text or an office document, up to 25 MB',
    roles: office,
    kind: 'upload',
    bodyLimit: MOST_FILE_BYTES,
    idempotency: 'key',
    audit: 'file.upload',
  }),
  'files.change': route('PATCH', '/api/files/:id', {
    summary: 'Rename a file, say what it is or who signed, or remove it',
    roles: office,
    idempotency: 'versions',
    audit: 'file.change',
  }),
  'files.content': route('GET', '/api/files/:id/content', {
    summary: 'The content of a file, by a link that is still good',
    roles: office,
    kind: 'download',
  }),
} as const satisfies Record<string, Route>;
