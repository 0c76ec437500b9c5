import { Link } from '@tanstack/react-router';
import type { Setup } from '#contract/setup.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import type { ReturnSummary } from '#contract/vendor-return.ts';
import { cents, decimalOfCents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { nameIn } from '../../data/setup.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import { RETURN_STATUS_WORDS } from '../../lib/return-words.ts';
import { unitColumn, wordsColumn } from '../../parts/list-columns.tsx';
import { recordsNamed } from '../../parts/records-named.ts';
import { ReturnStatusBadge } from '../../parts/return-status.tsx';
import type { DataColumn } from '../../ui/data-column.ts';

type Column = DataColumn<ReturnSummary>;

/** The columns of the list. `text` is what the CSV says: days and amounts plain, so that a spreadsheet can reckon with them. */
export function returnColumns(setup: Setup, types: SetupRecords | undefined, today: Day): Column[] {
  const typeNames = recordsNamed(types);
  const none = <span className="text-faint">–</span>;
  const money = (id: string, title: string, of: (row: ReturnSummary) => number | null): Column => ({
    id,
    title,
    width: 110,
    align: 'right',
    cell: (row) => {
      const amount = of(row);
      return amount === null ? (
        none
      ) : (
        <span className="tabular-nums">{formatMoney(cents(amount), row.currency)}</span>
      );
    },
    sortBy: of,
    text: (row) => {
      const amount = of(row);
      return amount === null ? '' : decimalOfCents(cents(amount));
    },
  });
  const day = (id: string, title: string, of: (row: ReturnSummary) => Day | null): Column => ({
    id,
    title,
    width: 104,
    cell: (row) => {
      const on = of(row);
      return on === null ? none : <span className="tabular-nums">{formatDay(on, { today })}</span>;
    },
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
          to="/vendor-returns/$id"
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
      width: 140,
      cell: ({ status }) => <ReturnStatusBadge status={status} />,
      sortBy: ({ status }) => RETURN_STATUS_WORDS[status],
      text: ({ status }) => RETURN_STATUS_WORDS[status],
    },
    {
      ...wordsColumn<ReturnSummary>(
        { id: 'vendor', title: 'Vendor', width: 170, grow: 2 },
        ({ vendorName }) => vendorName,
      ),
      // An imported name may hold marks that turn the direction of what follows it.
      cell: ({ vendorName }) => <bdi>{vendorName}</bdi>,
    },
    wordsColumn({ id: 'type', title: 'Type', width: 120, grow: 1 }, ({ typeId }) =>
      types === undefined ? '' : nameIn(typeNames, typeId),
    ),
    {
      id: 'order',
      title: 'Order',
      width: 84,
      cell: ({ orderId, orderNumber }) =>
        orderId === null ? (
          none
        ) : (
          <Link
            to="/purchase-orders/$id"
            params={{ id: orderId }}
            className="text-text tabular-nums"
            tabIndex={-1}
          >
            {orderNumber}
          </Link>
        ),
      sortBy: ({ orderNumber }) => orderNumber,
      text: ({ orderNumber }) => (orderNumber === null ? '' : String(orderNumber)),
    },
    day('date', 'Written', ({ date }) => date),
    money('value', 'Value', ({ valueCents }) => valueCents),
    money('expected', 'Expected', ({ expectedCents }) => expectedCents),
    money('credited', 'Credited', ({ creditedCents }) => creditedCents),
    {
      ...wordsColumn<ReturnSummary>(
        { id: 'creditNumber', title: 'Credit number', width: 120 },
        ({ creditNumber }) => creditNumber ?? '',
      ),
      cell: ({ creditNumber }) => <bdi>{creditNumber}</bdi>,
    },
    day('creditedOn', 'Credit of', ({ creditedOn }) => creditedOn),
    wordsColumn({ id: 'currency', title: 'Currency', width: 80 }, ({ currency }) => currency),
    unitColumn<ReturnSummary>(setup),
    {
      id: 'lines',
      title: 'Lines',
      width: 64,
      align: 'right',
      cell: ({ lineCount }) => <span className="tabular-nums">{lineCount}</span>,
      sortBy: ({ lineCount }) => lineCount,
      text: ({ lineCount }) => String(lineCount),
    },
    wordsColumn({ id: 'by', title: 'Written by', width: 120 }, ({ createdByName }) => createdByName),
  ];
}

/** What a laptop has no room for; the column choice brings it. */
export const HIDDEN_AT_FIRST: readonly string[] = ['value', 'creditedOn', 'currency', 'unit', 'lines', 'by'];
