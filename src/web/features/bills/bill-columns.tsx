import { Link } from '@tanstack/react-router';
import type { BillSummary } from '#contract/bill.ts';
import type { Setup } from '#contract/setup.ts';
import { cents, decimalOfCents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { BILL_SOURCE_WORDS, BILL_STATUS_WORDS, BOOKS_WORDS } from '../../lib/bill-words.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import { unitColumn, wordsColumn } from '../../parts/list-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { BillStatusBadge, BooksBadge, DueDay } from './bill-status.tsx';

type Column = DataColumn<BillSummary>;

/** The columns of the list. `text` is what the CSV says: days and amounts plain, so that a spreadsheet can reckon with them. */
export function billColumns(setup: Setup, today: Day): Column[] {
  const money = (id: string, title: string, of: (row: BillSummary) => number): Column => ({
    id,
    title,
    width: 110,
    align: 'right',
    cell: (row) => <span className="tabular-nums">{formatMoney(cents(of(row)), row.currency)}</span>,
    sortBy: of,
    text: (row) => decimalOfCents(cents(of(row))),
  });
  /** An imported name may hold marks that turn the direction of what follows it. */
  const written = (id: string, title: string, width: number, of: (row: BillSummary) => string): Column => ({
    ...wordsColumn<BillSummary>({ id, title, width, grow: 1 }, of),
    cell: (row) => <bdi>{of(row)}</bdi>,
  });
  const paper = (
    id: string,
    title: string,
    to: '/purchase-orders/$id' | '/jobs/$id',
    of: (row: BillSummary) => { readonly id: number | null; readonly number: number | null },
  ): Column => ({
    id,
    title,
    width: 76,
    cell: (row) => {
      const { id: at, number } = of(row);
      return at === null ? (
        <span className="text-faint">–</span>
      ) : (
        <Link to={to} params={{ id: at }} className="text-text tabular-nums" tabIndex={-1}>
          {number}
        </Link>
      );
    },
    sortBy: (row) => of(row).number,
    text: (row) => String(of(row).number ?? ''),
  });
  return [
    {
      id: 'number',
      title: 'Number',
      width: 96,
      fixed: true,
      cell: ({ id, number, kind }) => (
        <Link to="/bills/$id" params={{ id }} className="font-medium text-text tabular-nums" tabIndex={-1}>
          {number}
          {kind === 'Credit' && <span className="text-xs font-normal text-muted"> credit</span>}
        </Link>
      ),
      sortBy: ({ number }) => number,
      text: ({ number }) => String(number),
    },
    {
      id: 'status',
      title: 'Status',
      width: 128,
      cell: ({ status }) => <BillStatusBadge status={status} />,
      sortBy: ({ status }) => BILL_STATUS_WORDS[status],
      text: ({ status }) => BILL_STATUS_WORDS[status],
    },
    written('vendor', 'Vendor', 160, ({ vendorName }) => vendorName),
    paper('order', 'Order', '/purchase-orders/$id', ({ orderId, orderNumber }) => ({
      id: orderId,
      number: orderNumber,
    })),
    written('theirs', 'Vendor’s number', 120, ({ vendorInvoiceNumber }) => vendorInvoiceNumber),
    {
      id: 'date',
      title: 'Bill date',
      width: 100,
      cell: ({ billDate }) => <span className="tabular-nums">{formatDay(billDate as Day, { today })}</span>,
      sortBy: ({ billDate }) => billDate,
      text: ({ billDate }) => billDate,
    },
    {
      id: 'due',
      title: 'Due',
      width: 156,
      cell: (bill) => <DueDay bill={bill} today={today} />,
      sortBy: ({ dueDate }) => dueDate,
      text: ({ dueDate }) => dueDate,
    },
    {
      id: 'books',
      title: 'Books',
      width: 96,
      cell: ({ syncStatus }) => <BooksBadge status={syncStatus} />,
      sortBy: ({ syncStatus }) => BOOKS_WORDS[syncStatus],
      text: ({ syncStatus }) => BOOKS_WORDS[syncStatus],
    },
    money('payable', 'Payable', ({ payableCents }) => payableCents),
    money('paid', 'Paid', ({ paidCents }) => paidCents),
    wordsColumn({ id: 'kind', title: 'Kind', width: 72 }, ({ kind }) => kind),
    written('remit', 'Remit to', 150, ({ remitToName }) => remitToName),
    paper('job', 'Job', '/jobs/$id', ({ jobId, jobNumber }) => ({ id: jobId, number: jobNumber })),
    wordsColumn({ id: 'source', title: 'Made by', width: 130 }, ({ source }) => BILL_SOURCE_WORDS[source]),
    wordsColumn({ id: 'currency', title: 'Currency', width: 80 }, ({ currency }) => currency),
    unitColumn<BillSummary>(setup),
  ];
}

/** What a laptop has no room for; the column choice brings it. */
export const HIDDEN_AT_FIRST: readonly string[] = ['kind', 'remit', 'job', 'source', 'currency', 'unit'];
