import type { OrderSummary } from '#contract/order-summary.ts';
import type { Setup } from '#contract/setup.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import { cents } from '#domain/money.ts';
import type { OrderStatus } from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import { nameIn } from '../../data/setup.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import { APPROVAL_WORDS, ORDER_STATUS_WORDS } from '../../lib/order-words.ts';
import {
  countColumn,
  currencyColumn,
  dayColumn,
  moneyColumn,
  NONE,
  namedColumn,
  numberColumn,
} from '../../parts/document-columns.tsx';
import { DocumentLink } from '../../parts/document-link.tsx';
import { unitColumn, wordsColumn } from '../../parts/list-columns.tsx';
import { OrderStatusBadge } from '../../parts/order-status-badge.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { StatusIcon } from '../../ui/status-badge.tsx';
import { recordsNamed } from './records-named.ts';

type Column = DataColumn<OrderSummary>;

export function orderColumns(setup: Setup, types: SetupRecords | undefined, today: Day): Column[] {
  const typeNames = recordsNamed(types);
  return [
    numberColumn('/purchase-orders/$id'),
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
    namedColumn({ id: 'vendor', title: 'Vendor', width: 170, grow: 2 }, ({ vendorName }) => vendorName),
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
    dayColumn({ id: 'date', title: 'Ordered' }, today, ({ date }) => date),
    dayColumn({ id: 'requiredOn', title: 'Required on', width: 108 }, today, ({ requiredOn }) => requiredOn),
    {
      ...dayColumn<OrderSummary>(
        { id: 'next', title: 'Next delivery', width: 120 },
        today,
        ({ nextDeliveryOn }) => nextDeliveryOn,
      ),
      cell: ({ status, nextDeliveryOn, isOverdue }) => (
        <span className={isOverdue ? 'font-semibold text-danger tabular-nums' : 'tabular-nums'}>
          {isOverdue && <StatusIcon hue="late" className="mr-1 inline size-3 align-[-1px]" />}
          {nextDeliveryOn === null || isOver(status) ? NONE : formatDay(nextDeliveryOn, { today })}
          {isOverdue && <span className="sr-only">, overdue</span>}
        </span>
      ),
    },
    dayColumn({ id: 'expected', title: 'Last delivery' }, today, ({ expectedOn }) => expectedOn),
    moneyColumn({ id: 'total', title: 'Total' }, ({ totalCents }) => totalCents),
    {
      ...moneyColumn<OrderSummary>(
        { id: 'received', title: 'Received' },
        ({ receivedCents }) => receivedCents,
      ),
      cell: ({ receivedCents, currency }) => (
        <span className="tabular-nums">
          {receivedCents === 0 ? '–' : formatMoney(cents(receivedCents), currency)}
        </span>
      ),
    },
    namedColumn(
      { id: 'invoices', title: 'Vendor’s invoices', width: 150, grow: 1 },
      ({ vendorInvoiceNumbers }) => vendorInvoiceNumbers.join(', '),
    ),
    currencyColumn(),
    unitColumn<OrderSummary>(setup),
    wordsColumn({ id: 'technician', title: 'Technician', width: 120 }, ({ technicianId }) =>
      technicianId === null ? '' : nameIn(setup.technicians, technicianId),
    ),
    countColumn({ id: 'lines', title: 'Lines' }, ({ lineCount }) => lineCount),
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

const forText = (job: number | null, project: number | null): string =>
  [job !== null && `Job ${job}`, project !== null && `Project ${project}`].filter(Boolean).join(', ');

function forWhat({ jobId, jobNumber, projectId, projectNumber }: OrderSummary) {
  return (
    <>
      {jobId !== null && (
        <DocumentLink to="/jobs/$id" id={jobId} look="plain" tabIndex={-1}>
          Job {jobNumber}
        </DocumentLink>
      )}
      {jobId !== null && projectId !== null && ', '}
      {projectId !== null && (
        <DocumentLink to="/projects/$id" id={projectId} look="plain" tabIndex={-1}>
          Project {projectNumber}
        </DocumentLink>
      )}
    </>
  );
}
