/** The outbox of messages. */
import type { messages as rows } from '#contract/routes/messages.ts';
import { cancelMessage, changeMessage, sendAgain } from '../messages/commands.ts';
import { messagePage } from '../messages/queries.ts';
import { type Handlers, idOf, ok } from './ask.ts';

export const messagesHandlers: Handlers<keyof typeof rows> = {
  'messages.list': ({ tx, context, query }) =>
    ok(messagePage(tx, context.actor, query, context.now, context.canMail ?? false)),
  'messages.change': ({ tx, context, params, body }) => ok(changeMessage(tx, context, idOf(params), body)),
  'messages.cancel': ({ tx, context, params, body }) => ok(cancelMessage(tx, context, idOf(params), body)),
  'messages.sendAgain': ({ tx, context, params, body }) => ok(sendAgain(tx, context, idOf(params), body)),
};
