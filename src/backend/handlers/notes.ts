/** Notes of any record. */
import type { notes as rows } from '#contract/routes/notes.ts';
import { addNote, changeNote } from '../notes/commands.ts';
import { notesOf } from '../notes/queries.ts';
import { created, type Handlers, idOf, ok } from './ask.ts';

export const notesHandlers: Handlers<keyof typeof rows> = {
  'notes.list': ({ tx, context, query }) => ok(notesOf(tx, context.actor, query)),
  'notes.add': ({ tx, context, body }) => created(addNote(tx, context, body)),
  'notes.change': ({ tx, context, params, body }) => ok(changeNote(tx, context, idOf(params), body)),
};
