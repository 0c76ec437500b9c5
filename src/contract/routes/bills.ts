/** What vendors ask for (domain-rules §6, §9): read by who buys, settled by who keeps the books. */
import { type Route, route } from '../endpoint.ts';
import { IMPORT_BODY } from '../import-limits.ts';
import { buying, costKeeping } from './roles.ts';

const step = (name: string, summary: string) =>
  route('POST', `/api/bills/:id/${name}`, {
    summary,
    roles: costKeeping,
    idempotency: 'versions',
    audit: `bill.${name}`,
    bodyLimit: 512 * 1024,
  });

export const bills = {
  'bills.list': route('GET', '/api/bills', {
    summary: 'Bills by status, vendor, order, job, project, due date, number or text',
    roles: buying,
  }),
  'bills.get': route('GET', '/api/bills/:id', {
    summary: 'A bill with its order’s lines, received and billed, and every difference',
    roles: buying,
  }),
  'bills.create': route('POST', '/api/bills', {
    summary: 'Key in a vendor’s bill',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'bill.create',
    bodyLimit: 512 * 1024,
  }),
  'bills.enter': step('enter', 'Enter the vendor’s figures'),
  'bills.agree': step('agree', 'Say that the paper says what was expected'),
  'bills.judge': step('judge', 'Accept, dispute or claim credit for differences'),
  'bills.cancel': step(
    'cancel',
    'Cancel a bill that was keyed in; one that is accepted, or a vendor’s credit, by a credit of it',
  ),
  'bills.agreeMany': route('POST', '/api/bills/agree', {
    summary: 'Reconcile bills whose papers say what was expected',
    roles: costKeeping,
    idempotency: 'versions',
    audit: 'bill.agree-many',
  }),
  'bills.checkImport': route('POST', '/api/bills/check-import', {
    summary: 'What a CSV of vendors’ bills would enter and reconcile; nothing is written',
    roles: costKeeping,
    idempotency: 'natural',
    audit: 'bill.check-import',
    bodyLimit: IMPORT_BODY,
  }),
  'bills.import': route('POST', '/api/bills/import', {
    summary: 'Enter the vendors’ bills of a CSV as it was checked; bills that cannot be taken are left out',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'bill.imported',
    bodyLimit: IMPORT_BODY,
  }),
  'bills.books': route('POST', '/api/bills/books', {
    summary: 'Post bills, take them back, or mark them as exported',
    roles: costKeeping,
    idempotency: 'versions',
    audit: 'bill.books',
  }),
} as const satisfies Record<string, Route>;
