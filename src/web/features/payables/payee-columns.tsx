import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { PayeeDue } from '#contract/payable.ts';
import { cents, decimalOfCents } from '#domain/money.ts';
import { DUE_BUCKETS } from '#domain/payables/due.ts';
import type { Day } from '#domain/time.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import { wordsColumn } from '../../parts/list-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import type { PayablesSearch } from './payables-search.ts';

type Column = DataColumn<PayeeDue>;

/** The columns of what is due. `text` is what the CSV says: days and amounts plain, so that a spreadsheet can reckon with them. */
export function payeeColumns(
  { today, isOneCurrency }: { today: Day; isOneCurrency: boolean },
  opening: (payee: PayeeDue) => PayablesSearch,
): Column[] {
  const none = <span className="text-faint">–</span>;
  const money = (id: string, title: string, of: (row: PayeeDue) => number, isLate = false): Column => ({
    id,
    title,
    width: 100,
    align: 'right',
    cell: (row) =>
      of(row) === 0 ? (
        none
      ) : (
        <span className={clsx('tabular-nums', isLate && 'text-danger')}>
          {formatMoney(cents(of(row)), row.currency)}
        </span>
      ),
    sortBy: of,
    text: (row) => decimalOfCents(cents(of(row))),
  });
  return [
    {
      id: 'payee',
      title: 'Payee',
      width: 170,
      grow: 1,
      fixed: true,
      cell: (row) =>
        // The sums have no page of their own.
        row.vendorId === 0 ? (
          row.vendorName
        ) : (
          <Link to="/payables" search={opening(row)} replace className="font-medium text-text" tabIndex={-1}>
            <bdi>{row.vendorName}</bdi>
          </Link>
        ),
      sortBy: ({ vendorName }) => vendorName.toLowerCase(),
      text: ({ vendorName }) => vendorName,
    },
    ...(isOneCurrency
      ? []
      : [wordsColumn<PayeeDue>({ id: 'currency', title: 'Currency', width: 80 }, (row) => row.currency)]),
    { ...money('open', 'Open', ({ openCents }) => openCents), width: 110 },
    money('credits', 'Credits', ({ creditCents }) => creditCents),
    money('overdue', 'Overdue', ({ overdueCents }) => overdueCents, true),
    ...DUE_BUCKETS.map((title, at) => ({
      ...money(`bucket${at}`, title, ({ buckets }) => buckets[at]!),
      width: 116,
    })),
    {
      id: 'oldest',
      title: 'Oldest due',
      width: 100,
      cell: ({ oldestDue }) =>
        oldestDue === null ? (
          none
        ) : (
          <span className={clsx('tabular-nums', oldestDue < today && 'text-danger')}>
            {formatDay(oldestDue, { today })}
          </span>
        ),
      sortBy: ({ oldestDue }) => oldestDue,
      text: ({ oldestDue }) => oldestDue ?? '',
    },
    {
      id: 'bills',
      title: 'Bills',
      width: 60,
      align: 'right',
      cell: ({ billCount }) => <span className="tabular-nums">{billCount}</span>,
      sortBy: ({ billCount }) => billCount,
      text: ({ billCount }) => String(billCount),
    },
  ];
}
