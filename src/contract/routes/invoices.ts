/** Invoices (domain-rules §7, §9): read by who keeps customers and their jobs, written by who keeps the books. */
import { type Route, route } from '../endpoint.ts';
import { costKeeping, office, people } from './roles.ts';

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
    // Who buys orders what it says.
    roles: office,
  }),
  'invoices.proposals': route('GET', '/api/invoice-proposals', {
    summary: 'What was received for and used on a job or a project and is not on an invoice yet',
    roles: people,
  }),
  'invoices.create': route('POST', '/api/invoices', {
    summary: 'Write an invoice: point of sale, adjustment, project, financing or write-off',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'invoice.create',
    bodyLimit: 1024 * 1024,
  }),
  'invoices.update': route('PATCH', '/api/invoices/:id', {
    summary: 'Change an invoice’s date, term, due date, tax zone, address or memo',
    roles: costKeeping,
    idempotency: 'versions',
    audit: 'invoice.update',
  }),
  'invoices.review': route('POST', '/api/invoices/review', {
    summary: 'Say how far invoices were looked at',
    roles: costKeeping,
    idempotency: 'versions',
    audit: 'invoice.review',
  }),
  'invoices.void': step('void', 'Make an invoice void'),
  'invoices.discount': step('discount', 'Take a discount off what its items come to'),
  'invoices.invoiceJob': step('invoice-job', 'Fill a job’s invoice with what came, what was used and more'),
  'invoices.correct': route('POST', '/api/invoices/:id/correct', {
    summary: 'Correct an exported invoice: one takes it back, another stands in its place',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'invoice.correct',
  }),
  'invoices.editItems': step('edit-items', 'Add, change and remove items'),
} as const satisfies Record<string, Route>;
