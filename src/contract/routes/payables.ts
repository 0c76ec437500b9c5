/** Paying vendors (domain-rules §6, §9): seen by who buys, paid by who keeps the books. */
import { type Route, route } from '../endpoint.ts';
import { buying, costKeeping } from './roles.ts';

export const payables = {
  'payables.list': route('GET', '/api/payables', {
    summary: 'What is due to whom, by how long it has been',
    roles: buying,
  }),
  'apPayments.list': route('GET', '/api/ap-payments', {
    summary: 'Payments to vendors by payee, bill, day or text',
    roles: buying,
  }),
  'apPayments.get': route('GET', '/api/ap-payments/:id', {
    summary: 'A payment with the bills it pays',
    roles: buying,
  }),
  'apPayments.create': route('POST', '/api/ap-payments', {
    summary: 'Pay bills of a vendor, with its credits',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'ap-payment.create',
  }),
  'apPayments.cancel': route('POST', '/api/ap-payments/:id/cancel', {
    summary: 'Take a payment back',
    roles: costKeeping,
    idempotency: 'versions',
    audit: 'ap-payment.cancel',
  }),
} as const satisfies Record<string, Route>;
