/** The outbox of messages to customers and technicians (domain-rules §10). */
import { type Route, route } from '../endpoint.ts';
import { booking } from './roles.ts';

export const messages = {
  'messages.list': route('GET', '/api/messages', {
    summary: 'Messages to customers and technicians, newest first: waiting, sent, failed or un-sent',
    roles: booking,
  }),
  'messages.change': route('PATCH', '/api/messages/:id', {
    summary: 'Write a waiting message anew, or hold it while writing',
    roles: booking,
    idempotency: 'versions',
    audit: 'message.change',
  }),
  'messages.cancel': route('POST', '/api/messages/:id/cancel', {
    summary: 'Un-send a message that has not gone out',
    roles: booking,
    idempotency: 'versions',
    audit: 'message.cancel',
  }),
  'messages.sendAgain': route('POST', '/api/messages/:id/send-again', {
    summary: 'Try again to send a message that failed',
    roles: booking,
    idempotency: 'versions',
    audit: 'message.send-again',
  }),
} as const satisfies Record<string, Route>;
