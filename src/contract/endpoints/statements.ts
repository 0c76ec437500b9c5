/** Schemas of statements. */
import { z } from 'zod';
import { STATEMENT_KINDS } from '#domain/receivables/statement.ts';
import { mailsAsked, sendStatements } from '../customer-mail.ts';
import type { Schemas } from '../endpoint.ts';
import type { statements as rows } from '../routes/statements.ts';
import { day, idPageQuery, idText } from '../scalars.ts';
import * as statement from '../statement.ts';
import { byId } from './by-id.ts';

export const statementsSchemas = {
  'statements.list': {
    query: z.strictObject({
      q: z.string().max(200).optional(),
      customerId: idText.optional(),
      ...idPageQuery,
    }),
    responses: { 200: statement.statementPage },
  },
  'statements.preview': {
    query: z.strictObject({
      customerId: idText,
      kind: z.enum(STATEMENT_KINDS),
      /** Left out: an open item has none; a balance forward begins with the first entry. */
      from: day.optional(),
      asOf: day,
    }),
    responses: { 200: statement.statementPreview },
  },
  'statements.get': { params: byId, responses: { 200: statement.statement } },
  'statements.paper': { params: byId, responses: { 200: null } },
  'statements.create': { body: statement.newStatements, responses: { 201: statement.statementsMade } },
  'statements.send': { body: sendStatements, responses: { 200: mailsAsked } },
  'statements.markSent': { params: byId, body: z.strictObject({}), responses: { 200: statement.statement } },
} as const satisfies Record<keyof typeof rows, Schemas>;
