/** Schemas of the outbox. */
import { z } from 'zod';
import { MESSAGE_STATES } from '#domain/messages/sending.ts';
import type { Schemas } from '../endpoint.ts';
import * as messages from '../message.ts';
import type { messages as rows } from '../routes/messages.ts';
import { idPageQuery, idText, text } from '../scalars.ts';
import { byId } from './by-id.ts';

const STATES_TEXT = new RegExp(`^(${MESSAGE_STATES.join('|')})(,(${MESSAGE_STATES.join('|')})){0,9}$`);

export const messagesSchemas = {
  'messages.list': {
    query: z.strictObject({
      /** Several, with commas between. */
      states: z
        .string()
        .regex(STATES_TEXT, 'not a list of states')
        .transform((list) => list.split(',') as (typeof MESSAGE_STATES)[number][])
        .optional(),
      recipientKind: z.enum(messages.RECIPIENT_KINDS).optional(),
      operationId: idText.optional(),
      jobId: idText.optional(),
      /** A name, or a job's number. */
      q: text(100).optional(),
      ...idPageQuery,
    }),
    responses: { 200: messages.messagePage },
  },
  'messages.change': { params: byId, body: messages.changeMessage, responses: { 200: messages.message } },
  'messages.cancel': { params: byId, body: messages.onMessage, responses: { 200: messages.message } },
  'messages.sendAgain': { params: byId, body: messages.onMessage, responses: { 200: messages.message } },
} as const satisfies Record<keyof typeof rows, Schemas>;
