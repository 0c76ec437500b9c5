/** Statements to customers. */
import type { statements as rows } from '#contract/routes/statements.ts';
import { asDownload } from '../receivables/papers.ts';
import { sendStatements } from '../statements/send.ts';
import {
  makeStatements,
  markSent,
  previewOf,
  statementOf,
  statementPage,
  statementPaper,
} from '../statements/statements.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const statementsHandlers: Handlers<keyof typeof rows> = {
  'statements.list': ({ tx, context, query }) => ok(statementPage(tx, context.actor, query)),
  'statements.preview': ({ tx, context, query }) => ok(previewOf(tx, context.actor, query)),
  'statements.get': ({ tx, context, params }) => ok(statementOf(tx, context.actor, idOf(params))),
  'statements.paper': async ({ tx, context, params }) =>
    asDownload(await statementPaper(tx, context.actor, idOf(params))),
  'statements.create': ({ tx, context, body }) => created(makeStatements(tx, context, body)),
  'statements.send': ({ tx, context, body }) => ok(sendStatements(tx, context, body)),
  'statements.markSent': ({ tx, context, params }) => ok(markSent(tx, context, idOf(params))),
};
