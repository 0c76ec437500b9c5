/** Invoices on paper and by e-mail (domain-rules §7): read by who keeps customers, sent by who keeps the books. */
import { type Route, route } from '../endpoint.ts';
import { costKeeping, people } from './roles.ts';

export const customerMails = {
  'invoices.paper': route('GET', '/api/invoices/:id/paper', {
    summary: 'The paper of an invoice as it is now, or as an e-mail had it, as PDF',
    roles: people,
    kind: 'download',
  }),
  'invoices.mails': route('GET', '/api/invoices/:id/mails', {
    summary: 'What an e-mail with an invoice would say, and those there were',
    roles: people,
  }),
  'invoices.send': route('POST', '/api/invoices/send', {
    summary: 'Send invoices to their customers by e-mail',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'invoice.send',
  }),
} as const satisfies Record<string, Route>;
