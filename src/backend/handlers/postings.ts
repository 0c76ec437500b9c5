/** Posting and export. */
import type { postings as rows } from '#contract/routes/postings.ts';
import { batchOf, batchPage, fileOf } from '../postings/batches.ts';
import { exportBatch } from '../postings/export.ts';
import { postDocuments } from '../postings/post.ts';
import { unpostDocuments } from '../postings/unpost.ts';
import { waitingFor } from '../postings/waiting.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const postingsHandlers: Handlers<keyof typeof rows> = {
  'postings.waiting': ({ tx, context, query }) => ok(waitingFor(tx, context.actor, query)),
  'postings.list': ({ tx, context, query }) => ok(batchPage(tx, context.actor, query)),
  'postings.get': ({ tx, context, params }) => ok(batchOf(tx, context.actor, idOf(params))),
  'postings.file': ({ tx, context, params, query }) =>
    ok(fileOf(tx, context.actor, idOf(params), query.format)),
  'postings.post': ({ tx, context, body }) => created(postDocuments(tx, context, body)),
  'postings.unpost': ({ tx, context, params, body }) => ok(unpostDocuments(tx, context, idOf(params), body)),
  'postings.export': ({ tx, context, params, body }) => ok(exportBatch(tx, context, idOf(params), body)),
};
