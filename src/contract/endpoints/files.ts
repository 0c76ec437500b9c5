/** Schemas of files. */
import { z } from 'zod';
import { FILE_KINDS } from '#domain/files.ts';
import { LONGEST_EXTERNAL_KEY } from '#domain/lengths.ts';
import { OWNER_KINDS } from '#domain/notes.ts';
import type { Schemas } from '../endpoint.ts';
import * as files from '../file.ts';
import type { files as rows } from '../routes/files.ts';
import { idPageQuery, idText, instant, requiredText, text } from '../scalars.ts';
import { byId } from './by-id.ts';

const owner = { ownerKind: z.enum(OWNER_KINDS), ownerId: idText };

export const filesSchemas = {
  'files.list': { query: z.strictObject({ ...owner, ...idPageQuery }), responses: { 200: files.filePage } },
  'files.upload': {
    query: z.strictObject({
      ...owner,
      fileName: requiredText(200),
      /** Left out: an image is a photo, anything else a document. */
      kind: z.enum(FILE_KINDS).optional(),
      signer: text(120).optional(),
      /** What another program calls it. */
      externalKey: requiredText(LONGEST_EXTERNAL_KEY).optional(),
    }),
    responses: { 201: files.fileWritten },
  },
  'files.change': { params: byId, body: files.changeFile, responses: { 200: files.fileWritten } },
  'files.content': {
    params: byId,
    query: z.strictObject({ goodUntil: instant, signature: z.string().min(1).max(64) }),
    responses: { 200: null },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
