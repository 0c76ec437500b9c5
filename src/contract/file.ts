/** Files on any record: photos, forms, signatures, documents; up to 25 MB, kept by their bytes' type. */
import { z } from 'zod';
import { FILE_KINDS, MEDIA_TYPES } from '#domain/files.ts';
import { LONGEST_EXTERNAL_KEY } from '#domain/lengths.ts';
import { OWNER_KINDS } from '#domain/notes.ts';
import { expected, id, instant, pageOf, requiredText, text, version } from './scalars.ts';

export const file = z.strictObject({
  id,
  version,
  ownerKind: z.enum(OWNER_KINDS),
  ownerId: id,
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  /** Who signed, of a signature. */
  signer: z.string(),
  mediaType: z.enum(MEDIA_TYPES),
  /** Bytes. */
  size: z.int(),
  sha256: z.string(),
  uploadedBy: id,
  uploadedByName: z.string(),
  createdOn: instant,
  /** What another program calls it. */
  externalKey: z.string().nullable(),
  active: z.boolean(),
  /** Its content for a short while: a path of this server with the end and a signature in it. */
  link: z.strictObject({ url: z.string(), goodUntil: instant }),
});
/** Newest first. */
export const filePage = pageOf(file);
export const changeFile = z.strictObject({
  expected,
  changes: z
    .strictObject({
      name: requiredText(200),
      kind: z.enum(FILE_KINDS),
      signer: text(120),
      externalKey: requiredText(LONGEST_EXTERNAL_KEY).nullable(),
      active: z.boolean(),
    })
    .partial(),
});
export const fileWritten = z.strictObject({ operationId: id, merged: z.boolean(), file });

export type FileView = z.output<typeof file>;
