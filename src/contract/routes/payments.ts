/** What customers pay (domain-rules §8, §9): seen by who talks with them, taken by who keeps the books. */
import { type Route, route } from '../endpoint.ts';
import { costKeeping, people } from './roles.ts';

export const payments = {
  'payments.list': route('GET', '/api/payments', {
    summary: 'Payments of customers by customer, invoice, day or text',
    roles: people,
  }),
  'payments.choices': route('GET', '/api/payment-choices', {
    summary: 'Ways to pay, and the business units that take payments',
    roles: people,
  }),
  'payments.get': route('GET', '/api/payments/:id', {
    summary: 'A payment with what it is applied to and what was given back of it',
    roles: people,
  }),
  'payments.openOf': route('GET', '/api/customers/:id/open-documents', {
    summary: 'What a customer owes and what is theirs, document by document',
    roles: people,
  }),
  'payments.create': route('POST', '/api/payments', {
    summary: 'Take a payment and apply it to invoices',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'payment.create',
  }),
} as const satisfies Record<string, Route>;
