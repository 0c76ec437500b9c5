/** Schemas of notes. */
import { z } from 'zod';
import { OWNER_KINDS } from '#domain/notes.ts';
import type { Schemas } from '../endpoint.ts';
import * as notes from '../note.ts';
import type { notes as rows } from '../routes/notes.ts';
import { idPageQuery, idText } from '../scalars.ts';
import { byId } from './by-id.ts';

export const notesSchemas = {
  'notes.list': {
    query: z.strictObject({ ownerKind: z.enum(OWNER_KINDS), ownerId: idText, ...idPageQuery }),
    responses: { 200: notes.notePage },
  },
  'notes.add': { body: notes.newNote, responses: { 201: notes.noteWritten } },
  'notes.change': { params: byId, body: notes.changeNote, responses: { 200: notes.noteWritten } },
} as const satisfies Record<keyof typeof rows, Schemas>;
