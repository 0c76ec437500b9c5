import { Link } from '@tanstack/react-router';
import type { AgeingRow } from '#contract/receivable.ts';
import { AGE_BUCKETS } from '#domain/receivables/ageing.ts';
import type { Day } from '#domain/time.ts';
import { countColumn, currencyColumn, dayColumn, moneyColumn, NONE } from '../../parts/document-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import type { ReceivablesSearch } from './receivables-search.ts';

type Column = DataColumn<AgeingRow>;

/** The columns of what is open, by how long. */
export function ageingColumns(
  { day, title, isOneCurrency }: { day: Day; title: string; isOneCurrency: boolean },
  opening: (row: AgeingRow) => ReceivablesSearch,
): Column[] {
  const money = (id: string, head: string, of: (row: AgeingRow) => number, width = 110): Column => {
    const column = moneyColumn<AgeingRow>({ id, title: head, width }, of);
    return { ...column, cell: (row) => (of(row) === 0 ? NONE : column.cell(row)) };
  };
  return [
    {
      id: 'name',
      title,
      width: 170,
      grow: 1,
      fixed: true,
      cell: (row) =>
        // The sums have no page of their own.
        row.id === 0 ? (
          row.name
        ) : (
          <Link
            to="/receivables"
            search={opening(row)}
            replace
            className="font-medium text-text"
            tabIndex={-1}
          >
            <bdi>{row.name}</bdi>
          </Link>
        ),
      sortBy: ({ name }) => name.toLowerCase(),
      text: ({ name }) => name,
    },
    ...(isOneCurrency ? [] : [currencyColumn<AgeingRow>()]),
    money('total', 'Open', ({ totalCents }) => totalCents, 116),
    ...AGE_BUCKETS.map((head, at) => money(`bucket${at}`, head, ({ buckets }) => buckets[at]!)),
    money('unapplied', 'Unapplied', ({ unappliedCents }) => unappliedCents),
    dayColumn({ id: 'oldest', title: 'Oldest due', width: 100 }, day, ({ oldestDue }) => oldestDue),
    countColumn({ id: 'documents', title: 'Documents', width: 84 }, ({ documents }) => documents),
  ];
}
