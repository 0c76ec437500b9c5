/** Bills in words: where one stands, in the books and by whom it was made. */
import type { BillSource, BillStatus, VerdictKind } from '#domain/bills/bill.ts';
import type { InvoiceSyncStatus } from '#domain/job/job-card.ts';

export const BILL_STATUS_WORDS: Readonly<Record<BillStatus, string>> = {
  Unreconciled: 'Unreconciled',
  Discrepancy: 'Discrepancy',
  Reconciled: 'Reconciled',
  Canceled: 'Canceled',
};

export const BOOKS_WORDS: Readonly<Record<InvoiceSyncStatus, string>> = {
  Pending: 'Pending',
  Posted: 'Posted',
  Exported: 'Exported',
};

export const BILL_SOURCE_WORDS: Readonly<Record<BillSource, string>> = {
  Receipt: 'A receipt',
  Keyed: 'Keyed in',
  Import: 'A file',
  Correction: 'A correction',
  Return: 'Goods sent back',
};

/** What was said to a difference. */
export const VERDICT_WORDS: Readonly<Record<VerdictKind, string>> = {
  accept: 'Accepted',
  dispute: 'Disputed',
  credit: 'Credit claimed',
};
