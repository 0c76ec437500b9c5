/** Posting to the books and export (domain-rules §7, §8, §9): whoever keeps them. */
import { type Route, route } from '../endpoint.ts';
import { costKeeping } from './roles.ts';

export const postings = {
  'postings.waiting': route('GET', '/api/postings/waiting', {
    summary: 'Invoices and payments that are ready to be posted, with sums by business unit',
    roles: costKeeping,
  }),
  'postings.list': route('GET', '/api/postings', {
    summary: 'Batches of what was posted, newest first',
    roles: costKeeping,
  }),
  'postings.get': route('GET', '/api/postings/:id', {
    summary: 'A batch with its journal',
    roles: costKeeping,
  }),
  'postings.file': route('GET', '/api/postings/:id/file', {
    summary: 'An exported batch as a file: documents, QuickBooks IIF or journal entries',
    roles: costKeeping,
  }),
  'postings.post': route('POST', '/api/postings', {
    summary: 'Post invoices and payments, and what was applied since, in one batch',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'posting.post',
    bodyLimit: 1024 * 1024,
  }),
  'postings.unpost': route('POST', '/api/postings/:id/unpost', {
    summary: 'Take documents out of a batch that was not exported',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'posting.unpost',
    bodyLimit: 1024 * 1024,
  }),
  'postings.export': route('POST', '/api/postings/:id/export', {
    summary: 'Export a batch: what is in it is read-only from then on',
    roles: costKeeping,
    idempotency: 'key',
    audit: 'posting.export',
  }),
} as const satisfies Record<string, Route>;
