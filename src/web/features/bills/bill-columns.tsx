import type { BillSummary } from '#contract/bill.ts';
import type { Setup } from '#contract/setup.ts';
import type { Day } from '#domain/time.ts';
import { BILL_SOURCE_WORDS, BILL_STATUS_WORDS, BOOKS_WORDS } from '../../lib/bill-words.ts';
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
import { BillStatusBadge, BooksBadge, DueDay } from './bill-status.tsx';

export const billColumns = (setup: Setup, today: Day): DataColumn<BillSummary>[] => [
  numberColumn('/bills/$id', {
    width: 96,
    after: ({ kind }) => kind === 'Credit' && <span className="text-xs font-normal text-muted"> credit</span>,
  }),
  {
    ...wordsColumn<BillSummary>(
      { id: 'status', title: 'Status', width: 128 },
      ({ status }) => BILL_STATUS_WORDS[status],
    ),
    cell: ({ status }) => <BillStatusBadge status={status} />,
  },
  namedColumn({ id: 'vendor', title: 'Vendor', width: 160, grow: 1 }, ({ vendorName }) => vendorName),
  documentColumn(
    { id: 'order', title: 'Order', width: 76 },
    '/purchase-orders/$id',
    ({ orderId, orderNumber }) => ({ id: orderId, number: orderNumber }),
  ),
  namedColumn(
    { id: 'theirs', title: 'Vendor’s number', width: 120, grow: 1 },
    ({ vendorInvoiceNumber }) => vendorInvoiceNumber,
  ),
  dayColumn({ id: 'date', title: 'Bill date' }, today, ({ billDate }) => billDate),
  {
    ...dayColumn<BillSummary>({ id: 'due', title: 'Due', width: 156 }, today, ({ dueDate }) => dueDate),
    cell: (bill) => <DueDay bill={bill} today={today} />,
  },
  {
    ...wordsColumn<BillSummary>(
      { id: 'books', title: 'Books', width: 96 },
      ({ syncStatus }) => BOOKS_WORDS[syncStatus],
    ),
    cell: ({ syncStatus }) => <BooksBadge status={syncStatus} />,
  },
  moneyColumn({ id: 'payable', title: 'Payable' }, ({ payableCents }) => payableCents),
  moneyColumn({ id: 'paid', title: 'Paid' }, ({ paidCents }) => paidCents),
  wordsColumn({ id: 'kind', title: 'Kind', width: 72 }, ({ kind }) => kind),
  namedColumn({ id: 'remit', title: 'Remit to', width: 150, grow: 1 }, ({ remitToName }) => remitToName),
  documentColumn({ id: 'job', title: 'Job', width: 76 }, '/jobs/$id', ({ jobId, jobNumber }) => ({
    id: jobId,
    number: jobNumber,
  })),
  wordsColumn({ id: 'source', title: 'Made by', width: 130 }, ({ source }) => BILL_SOURCE_WORDS[source]),
  currencyColumn(),
  unitColumn(setup),
];

/** What a laptop has no room for; the column choice brings it. */
export const HIDDEN_AT_FIRST: readonly string[] = ['kind', 'remit', 'job', 'source', 'currency', 'unit'];
