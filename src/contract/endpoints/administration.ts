/** Schemas of the audit and of ending others' sessions. */
import * as audit from '../audit.ts';
import type { Schemas } from '../endpoint.ts';
import type { administration as rows } from '../routes/administration.ts';
import { byId } from './by-id.ts';

export const administrationSchemas = {
  'audit.list': {
    query: audit.auditQuery,
    responses: { 200: audit.auditPage },
  },
  'users.endSessions': {
    params: byId,
    responses: { 204: null },
  },
} as const satisfies Record<keyof typeof rows, Schemas>;
