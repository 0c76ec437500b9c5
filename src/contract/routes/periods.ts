/** Accounting periods beside being a set-up list of the books (domain-rules §7). */
import { type Route, route } from '../endpoint.ts';
import { admin, costKeeping } from './roles.ts';

export const accountingPeriods = {
  'accountingPeriods.makeMonths': route('POST', '/api/accounting-periods/months', {
    summary: 'Make the months of a year that are not there yet',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'accounting-period.make-months',
  }),
  'accountingPeriods.close': route('POST', '/api/accounting-periods/:id/close', {
    summary: 'Close an accounting period and all before it; asks for the right to close the books',
    roles: costKeeping,
    idempotency: 'versions',
    audit: 'accounting-period.close',
  }),
  'accountingPeriods.reopen': route('POST', '/api/accounting-periods/:id/reopen', {
    summary: 'Open the last closed accounting period again',
    roles: admin,
    idempotency: 'versions',
    audit: 'accounting-period.reopen',
  }),
} as const satisfies Record<string, Route>;
