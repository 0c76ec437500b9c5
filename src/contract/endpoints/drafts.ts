/** Schemas of draft boards. */
import * as drafts from '../draft.ts';
import type { Schemas } from '../endpoint.ts';
import type { drafts as rows } from '../routes/drafts.ts';
import { byId } from './by-id.ts';

export const draftsSchemas = {
  'drafts.list': { responses: { 200: drafts.drafts } },
  'drafts.get': { params: byId, responses: { 200: drafts.draft } },
  'drafts.create': { body: drafts.newDraft, responses: { 201: drafts.draft } },
  'drafts.change': { params: byId, body: drafts.changeDraft, responses: { 200: drafts.draft } },
  'drafts.publish': { params: byId, body: drafts.publishDraft, responses: { 200: drafts.draftPublished } },
} as const satisfies Record<keyof typeof rows, Schemas>;
