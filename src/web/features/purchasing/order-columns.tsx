import { Link } from '@tanstack/react-router';
import type { OrderSummary } from '#contract/order-summary.ts';
import type { Setup } from '#contract/setup.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import { cents, decimalOfCents } from '#domain/money.ts';
import type { OrderStatus } from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import { nameIn } from '../../data/setup.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import { APPROVAL_WORDS, ORDER_STATUS_WORDS } from '../../lib/order-words.ts';
import { unitColumn, wordsColumn } from '../../parts/list-columns.tsx';
import { OrderStatusBadge } from '../../parts/order-status-badge.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { StatusIcon } from '../../ui/status-badge.tsx';
import { recordsNamed } from './records-named.ts';

type Column = DataColumn<OrderSummary>;

/** The columns of the list. `text` is what the CSV says: days and amounts plain, so that a spreadsheet can reckon with them. */
export function orderColumns(setup: Setup, types: SetupRecords | undefined, today: Day): Column[] {
  const typeNames = recordsNamed(types);
  const day = (id: string, title: string, of: (row: OrderSummary) => Day | null): Column => ({
    id,
    title,
    width: 100,
    cell: (row) => <span className="tabular-nums">{written(of(row), today)}</span>,
    sortBy: of,
    text: (row) => of(row) ?? '',
  });
  return [
    {
      id: 'number',
      title: 'Number',
      width: 84,
      fixed: true,
      cell: ({ id, number }) => (
        <Link
          to="/purchase-orders/$id"
          params={{ id }}
          className="font-medium text-text tabular-nums"
          tabIndex={-1}
        >
          {number}
        </Link>
      ),
      sortBy: ({ number }) => number,
      text: ({ number }) => String(number),
    },
    {
      id: 'status',
      title: 'Status',
      width: 172,
      cell: ({ status, approval, mail }) => (
        <span className="inline-flex items-center gap-1.5 align-middle">
          <OrderStatusBadge status={status} />
          {mail !== null && (
            <span
              className={`inline-flex items-center gap-1 text-xs ${mail === 'Failed' ? 'text-danger' : 'text-muted'}`}
            >
              <StatusIcon hue={mail === 'Failed' ? 'late' : 'dispatched'} className="size-3" />{' '}
              {mail === 'Failed' ? 'not sent' : 'sending…'}
            </span>
          )}
          {status === 'Pending' && approval === 'PendingApproval' && (
            <span className="inline-flex items-center gap-1 text-xs text-muted">
              <StatusIcon hue="hold" className="size-3" /> approval
            </span>
          )}
        </span>
      ),
      sortBy: ({ status }) => ORDER_STATUS_WORDS[status],
      text: ({ status }) => ORDER_STATUS_WORDS[status],
    },
    wordsColumn({ id: 'approval', title: 'Approval', width: 120 }, ({ approval }) =>
      approval === null ? '' : APPROVAL_WORDS[approval],
    ),
    {
      ...wordsColumn<OrderSummary>(
        { id: 'vendor', title: 'Vendor', width: 170, grow: 2 },
        ({ vendorName }) => vendorName,
      ),
      // An imported name may hold marks that turn the direction of what follows it.
      cell: ({ vendorName }) => <bdi>{vendorName}</bdi>,
    },
    wordsColumn({ id: 'type', title: 'Type', width: 124, grow: 1 }, ({ typeId }) =>
      types === undefined ? '' : nameIn(typeNames, typeId),
    ),
    {
      id: 'for',
      title: 'Job or project',
      width: 130,
      cell: forWhat,
      sortBy: ({ jobNumber, projectNumber }) => jobNumber ?? projectNumber,
      text: ({ jobNumber, projectNumber }) => forText(jobNumber, projectNumber),
    },
    day('date', 'Ordered', ({ date }) => date),
    { ...day('requiredOn', 'Required on', ({ requiredOn }) => requiredOn), width: 108 },
    {
      ...day('next', 'Next delivery', ({ nextDeliveryOn }) => nextDeliveryOn),
      width: 120,
      cell: ({ status, nextDeliveryOn, isOverdue }) => (
        <span className={isOverdue ? 'font-semibold text-danger tabular-nums' : 'tabular-nums'}>
          {isOverdue && <StatusIcon hue="late" className="mr-1 inline size-3 align-[-1px]" />}
          {written(isOver(status) ? null : nextDeliveryOn, today)}
          {isOverdue && <span className="sr-only">, overdue</span>}
        </span>
      ),
    },
    day('expected', 'Last delivery', ({ expectedOn }) => expectedOn),
    {
      id: 'total',
      title: 'Total',
      width: 110,
      align: 'right',
      cell: ({ totalCents, currency }) => (
        <span className="tabular-nums">{formatMoney(cents(totalCents), currency)}</span>
      ),
      sortBy: ({ totalCents }) => totalCents,
      text: ({ totalCents }) => decimalOfCents(cents(totalCents)),
    },
    {
      id: 'received',
      title: 'Received',
      width: 110,
      align: 'right',
      cell: ({ receivedCents, currency }) => (
        <span className="tabular-nums">
          {receivedCents === 0 ? '–' : formatMoney(cents(receivedCents), currency)}
        </span>
      ),
      sortBy: ({ receivedCents }) => receivedCents,
      text: ({ receivedCents }) => decimalOfCents(cents(receivedCents)),
    },
    {
      ...wordsColumn<OrderSummary>(
        { id: 'invoices', title: 'Vendor’s invoices', width: 150, grow: 1 },
        ({ vendorInvoiceNumbers }) => vendorInvoiceNumbers.join(', '),
      ),
      cell: ({ vendorInvoiceNumbers }) => <bdi>{vendorInvoiceNumbers.join(', ')}</bdi>,
    },
    wordsColumn({ id: 'currency', title: 'Currency', width: 80 }, ({ currency }) => currency),
    unitColumn<OrderSummary>(setup),
    wordsColumn({ id: 'technician', title: 'Technician', width: 120 }, ({ technicianId }) =>
      technicianId === null ? '' : nameIn(setup.technicians, technicianId),
    ),
    {
      id: 'lines',
      title: 'Lines',
      width: 64,
      align: 'right',
      cell: ({ lineCount }) => <span className="tabular-nums">{lineCount}</span>,
      sortBy: ({ lineCount }) => lineCount,
      text: ({ lineCount }) => String(lineCount),
    },
    wordsColumn({ id: 'by', title: 'Made by', width: 120 }, ({ createdByName }) => createdByName),
  ];
}

/** What a laptop has no room for; the column choice brings it. */
export const HIDDEN_AT_FIRST: readonly string[] = [
  'approval',
  'expected',
  'received',
  'currency',
  'unit',
  'technician',
  'lines',
  'by',
];

/** Nothing more is awaited of it, whatever is open. */
const isOver = (status: OrderStatus) => status === 'Canceled' || status === 'Exported';

const written = (day: Day | null, today: Day) =>
  day === null ? <span className="text-faint">–</span> : formatDay(day, { today });

const forText = (job: number | null, project: number | null): string =>
  [job !== null && `Job ${job}`, project !== null && `Project ${project}`].filter(Boolean).join(', ');

function forWhat({ jobId, jobNumber, projectId, projectNumber }: OrderSummary) {
  return (
    <span className="tabular-nums">
      {jobId !== null && (
        <Link to="/jobs/$id" params={{ id: jobId }} className="text-text" tabIndex={-1}>
          Job {jobNumber}
        </Link>
      )}
      {jobId !== null && projectId !== null && ', '}
      {projectId !== null && (
        <Link to="/projects/$id" params={{ id: projectId }} className="text-text" tabIndex={-1}>
          Project {projectNumber}
        </Link>
      )}
    </span>
  );
}
