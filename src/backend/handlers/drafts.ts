/** Draft boards. */
import type { drafts as rows } from '#contract/routes/drafts.ts';
import { changeDraft, createDraft, getDraft, listDrafts } from '../drafts/commands.ts';
import { publishDraft } from '../drafts/publish.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const draftsHandlers: Handlers<keyof typeof rows> = {
  'drafts.list': ({ tx, context }) => ok(listDrafts(tx, context.actor)),
  'drafts.get': ({ tx, context, params }) => ok(getDraft(tx, context.actor, idOf(params))),
  'drafts.create': ({ tx, context, body }) => created(createDraft(tx, context, body)),
  'drafts.change': ({ tx, context, params, body }) => ok(changeDraft(tx, context, idOf(params), body)),
  'drafts.publish': ({ tx, context, params, body }) => ok(publishDraft(tx, context, idOf(params), body)),
};
