import type { InvoiceSummary } from '#contract/invoice.ts';
import type { Setup } from '#contract/setup.ts';
import type { Day } from '#domain/time.ts';
import { BOOKS_WORDS } from '../../lib/bill-words.ts';
import { INVOICE_KIND_WORDS, REVIEW_WORDS } from '../../lib/invoice-words.ts';
import {
  currencyColumn,
  dayColumn,
  documentColumn,
  moneyColumn,
  namedColumn,
  numberColumn,
} from '../../parts/document-columns.tsx';
import { unitColumn, wordsColumn } from '../../parts/list-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { BooksBadge, DueDay, ReviewBadge } from './invoice-status.tsx';

export const invoiceColumns = (setup: Setup, today: Day): DataColumn<InvoiceSummary>[] => [
  numberColumn('/invoices/$id'),
  wordsColumn({ id: 'kind', title: 'Kind', width: 130 }, ({ kind }) => INVOICE_KIND_WORDS[kind]),
  namedColumn({ id: 'customer', title: 'Customer', width: 150, grow: 1 }, ({ customerName }) => customerName),
  documentColumn({ id: 'job', title: 'Job', width: 72 }, '/jobs/$id', ({ jobId, jobNumber }) => ({
    id: jobId,
    number: jobNumber,
  })),
  documentColumn(
    { id: 'project', title: 'Project', width: 72 },
    '/projects/$id',
    ({ projectId, projectNumber }) => ({ id: projectId, number: projectNumber }),
  ),
  unitColumn(setup),
  dayColumn({ id: 'date', title: 'Date' }, today, ({ invoiceDate }) => invoiceDate),
  {
    ...dayColumn<InvoiceSummary>({ id: 'due', title: 'Due', width: 150 }, today, ({ dueDate }) => dueDate),
    cell: (invoice) => <DueDay invoice={invoice} today={today} />,
  },
  moneyColumn({ id: 'total', title: 'Total' }, ({ totalCents }) => totalCents),
  moneyColumn({ id: 'balance', title: 'Balance' }, ({ balanceCents }) => balanceCents),
  {
    ...wordsColumn<InvoiceSummary>(
      { id: 'review', title: 'Review', width: 140 },
      ({ reviewStatus }) => REVIEW_WORDS[reviewStatus],
    ),
    cell: ({ reviewStatus }) => <ReviewBadge status={reviewStatus} />,
  },
  {
    ...wordsColumn<InvoiceSummary>({ id: 'books', title: 'Books', width: 96 }, ({ syncStatus, isVoid }) =>
      isVoid ? 'Void' : BOOKS_WORDS[syncStatus],
    ),
    cell: ({ syncStatus, isVoid }) => <BooksBadge status={syncStatus} isVoid={isVoid} />,
  },
  currencyColumn(),
];

/** What a laptop has no room for; the column choice brings it. */
export const HIDDEN_AT_FIRST: readonly string[] = ['project', 'unit', 'currency'];
