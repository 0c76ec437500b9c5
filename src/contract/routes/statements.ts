/** Statements to customers (domain-rules §8, §9): made and sent by who keeps the books. */
import { type Route, route } from '../endpoint.ts';
import { costKeeping } from './roles.ts';

export const statements = {
  'statements.list': route('GET', '/api/statements', {
    summary: 'Statements that were made, by customer or number',
    roles: costKeeping,
  }),
  'statements.preview': route('GET', '/api/statements/preview', {
    summary: 'What a statement of a customer would say',
    roles: costKeeping,
  }),
  'statements.get': route('GET', '/api/statements/:id', {
    summary: 'A statement as it was made',
    roles: costKeeping,
  }),
  'statements.paper': route('GET', '/api/statements/:id/paper', {
    summary: 'The paper of a statement, as PDF',
    roles: costKeeping,
    kind: 'download',
  }),
  'statements.create': route('POST', '/api/statements', {
    summary: 'Make numbered statements of customers’ accounts',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'statement.create',
  }),
  'statements.send': route('POST', '/api/statements/send', {
    summary: 'Send statements to their customers by e-mail',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'statement.send',
  }),
  'statements.markSent': route('POST', '/api/statements/:id/mark-sent', {
    summary: 'Say that a statement was given to its customer',
    roles: costKeeping,
    idempotency: 'natural',
    audit: 'statement.mark-sent',
  }),
} as const satisfies Record<string, Route>;
