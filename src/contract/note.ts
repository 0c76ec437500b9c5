/** Notes on any record: written by one person, pinned by anybody, kept in the record's story. */
import { z } from 'zod';
import { LONGEST_EXTERNAL_KEY, LONGEST_NOTE } from '#domain/lengths.ts';
import { OWNER_KINDS } from '#domain/notes.ts';
import { expected, id, instant, pageOf, requiredText, version } from './scalars.ts';

const words = requiredText(LONGEST_NOTE);
const externalKey = requiredText(LONGEST_EXTERNAL_KEY).nullable();
const owner = { ownerKind: z.enum(OWNER_KINDS), ownerId: id };

export const note = z.strictObject({
  id,
  version,
  ...owner,
  text: z.string(),
  pinned: z.boolean(),
  authorId: id,
  authorName: z.string(),
  createdOn: instant,
  /** The last change: of the text or of the pin. */
  modifiedOn: instant,
  /** What another program calls it. Changes written before there were keys of notes have none. */
  externalKey: z.string().nullable().default(null),
  active: z.boolean(),
});
/** Pinned ones first, then the newest. */
export const notePage = pageOf(note);
export const newNote = z.strictObject({
  ...owner,
  text: words,
  pinned: z.boolean().default(false),
  externalKey: externalKey.default(null),
});
/** Text and `active` are the author's to change (`note.not_author`), the pin and the key everybody's. */
export const changeNote = z.strictObject({
  expected,
  changes: z.strictObject({ text: words, pinned: z.boolean(), active: z.boolean(), externalKey }).partial(),
});
export const noteWritten = z.strictObject({ operationId: id, merged: z.boolean(), note });

export type Note = z.output<typeof note>;
