/** What customers owe (domain-rules §8, §9): read by who keeps customers and the books. */
import { type Route, route } from '../endpoint.ts';
import { IMPORT_BODY } from '../import-limits.ts';
import { costKeeping, people } from './roles.ts';

export const receivables = {
  'receivables.ageing': route('GET', '/api/receivables/ageing', {
    summary: 'What is open as of a day by customer or business unit, by how long',
    roles: costKeeping,
  }),
  'receivables.open': route('GET', '/api/receivables/open', {
    summary: 'A customer’s open invoices and payments as of a day',
    roles: people,
  }),
  'receivables.importTemplate': route('GET', '/api/receivables/opening-balances.csv', {
    summary: 'The columns of a file of opening balances, with a row of each kind',
    roles: costKeeping,
    kind: 'download',
  }),
  'receivables.checkImport': route('POST', '/api/receivables/check-import', {
    summary: 'What a CSV of open invoices, credits and deposits would enter; nothing is written',
    roles: costKeeping,
    idempotency: 'natural',
    audit: 'invoice.check-import',
    bodyLimit: IMPORT_BODY,
  }),
  'receivables.import': route('POST', '/api/receivables/import', {
    summary: 'Enter open invoices, credits and deposits of a CSV as it was checked',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'invoice.imported',
    bodyLimit: IMPORT_BODY,
  }),
} as const satisfies Record<string, Route>;
