/** Schemas of posting and export. */
import { z } from 'zod';
import { FILE_FORMATS } from '#domain/posting/files.ts';
import { BATCH_STATUSES } from '#domain/posting/posting.ts';
import type { Schemas } from '../endpoint.ts';
import * as posting from '../posting.ts';
import type { postings as rows } from '../routes/postings.ts';
import { day, idListText, idPageQuery, listOf } from '../scalars.ts';
import { byId } from './by-id.ts';

export const postingsSchemas = {
  'postings.waiting': {
    query: z.strictObject({
      businessUnitIds: idListText.optional(),
      /** The last day of the documents, counted. */
      through: day.optional(),
    }),
    responses: { 200: posting.waiting },
  },
  'postings.list': {
    query: z.strictObject({ statuses: listOf(BATCH_STATUSES).optional(), ...idPageQuery }),
    responses: { 200: posting.batchPage },
  },
  'postings.get': { params: byId, responses: { 200: posting.batch } },
  'postings.file': {
    params: byId,
    query: z.strictObject({ format: z.enum(FILE_FORMATS) }),
    responses: { 200: posting.postingFile },
  },
  'postings.post': { body: posting.newPosting, responses: { 201: posting.postingWritten } },
  'postings.unpost': { params: byId, body: posting.unposting, responses: { 200: posting.postingWritten } },
  'postings.export': { params: byId, body: posting.exporting, responses: { 200: posting.batch } },
} as const satisfies Record<keyof typeof rows, Schemas>;
