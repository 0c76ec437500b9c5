/** Invoices (domain-rules §7, §9): read by who keeps customers and their jobs, written by who keeps the books. */
import { type Route, route } from '../endpoint.ts';
import { costKeeping, people } from './roles.ts';

const step = (name: string, summary: string) =>
  route('POST', `/api/invoices/:id/${name}`, {
    summary,
    roles: costKeeping,
    idempotency: 'versions',
    audit: `invoice.${name}`,
    bodyLimit: 1024 * 1024,
  });

export const invoices = {
  'invoices.list': route('GET', '/api/invoices', {
    summary: 'Invoices by kind, status, customer, job, project, date, due date, number or name',
    roles: people,
  }),
  'invoices.get': route('GET', '/api/invoices/:id', {
    summary: 'An invoice with its items, totals, what is applied to it and what it is linked to',
    roles: people,
  }),
  'invoices.editItems': step('edit-items', 'Add, change and remove items'),
} as const satisfies Record<string, Route>;
