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
  'payments.update': route('PATCH', '/api/payments/:id', {
    summary: 'Correct a payment that is not posted, or its memo',
    roles: costKeeping,
    idempotency: 'versions',
    audit: 'payment.update',
  }),
  'payments.void': route('POST', '/api/payments/:id/void', {
    summary: 'Make a payment void that nothing is applied of',
    roles: costKeeping,
    idempotency: 'versions',
    audit: 'payment.void',
  }),
  'payments.bounce': route('POST', '/api/payments/:id/bounce', {
    summary: 'Say that a payment bounced: its invoices are open again',
    roles: costKeeping,
    idempotency: 'versions',
    audit: 'payment.bounce',
  }),
  'payments.refund': route('POST', '/api/payments/:id/refund', {
    summary: 'Give back of a payment, its credit or what it paid of an invoice',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'payment.refund',
  }),
  'payments.apply': route('POST', '/api/applications', {
    summary: 'Use payments and credits for invoices',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'payment.apply',
  }),
  'payments.unapply': route('POST', '/api/applications/take-back', {
    summary: 'Take back what was applied',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'payment.unapply',
  }),
  'payments.move': route('POST', '/api/applications/move', {
    summary: 'Move what was applied to another invoice',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'payment.move',
  }),
} as const satisfies Record<string, Route>;
