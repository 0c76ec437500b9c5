/** A bill's way into the books (domain-rules §6): posted, then exported, then read-only for ever. */
import { allow, type Decision, refuse } from '../decision.ts';
import type { InvoiceSyncStatus } from '../job/job-card.ts';
import type { Bill } from './bill.ts';

export const BOOKS_COMMANDS = ['post', 'unpost', 'export'] as const;
export type BooksCommand = (typeof BOOKS_COMMANDS)[number];

/** From where, to where. What is wrong with an exported one is made good by a linked credit (`follow.ts`). */
export const BOOKS_TABLE: Readonly<
  Record<BooksCommand, readonly [from: InvoiceSyncStatus, to: InvoiceSyncStatus]>
> = {
  post: ['Pending', 'Posted'],
  unpost: ['Posted', 'Pending'],
  export: ['Posted', 'Exported'],
};

/**
 * Refuses `bill.not_reconciled`, `bill.not_in_books_status`, and `bill.paid`: taken back out of the books while it is paid,
 * the payment would stand against nothing.
 */
export function decideBooks<
  B extends Pick<Bill, 'reconciled' | 'syncStatus'> & { readonly paidCents: number },
>(bill: B, command: BooksCommand): Decision<B> {
  const [from, to] = BOOKS_TABLE[command];
  if (!bill.reconciled) return refuse('bill.not_reconciled');
  if (bill.syncStatus !== from)
    return refuse('bill.not_in_books_status', { syncStatus: bill.syncStatus, command });
  if (command === 'unpost' && bill.paidCents !== 0) return refuse('bill.paid');
  return allow({ ...bill, syncStatus: to });
}
