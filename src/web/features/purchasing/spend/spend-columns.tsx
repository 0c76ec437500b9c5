import { Link } from '@tanstack/react-router';
import type { SpendRow } from '#contract/spend.ts';
import { cents, decimalOfCents } from '#domain/money.ts';
import type { SpendBy } from '#domain/purchasing/spend.ts';
import { formatMoney } from '../../../lib/format.ts';
import type { DataColumn } from '../../../ui/data-column.ts';
import type { OrdersSearch } from '../orders-search.ts';

export const BY_WORDS: Readonly<Record<SpendBy, string>> = {
  vendor: 'Vendor',
  type: 'Type',
  businessUnit: 'Business unit',
  job: 'Job',
  project: 'Project',
  technician: 'Technician',
};

/** "Job 1042", "No job", a vendor's name. */
export function nameOf({ key, name }: SpendRow, by: SpendBy): string {
  if (key === null) return `No ${BY_WORDS[by].toLowerCase()}`;
  return by === 'job' || by === 'project' ? `${BY_WORDS[by]} ${name}` : (name ?? '');
}

type Way = (row: SpendRow) => OrdersSearch;

/** Each amount opens the orders it is the sum of. */
export function spendColumns(
  by: SpendBy,
  isOneCurrency: boolean,
  { received, ordered }: { received: Way; ordered: Way },
): DataColumn<SpendRow>[] {
  const count = (id: string, title: string, of: (row: SpendRow) => number): DataColumn<SpendRow> => ({
    id,
    title,
    width: 136,
    align: 'right',
    cell: (row) => <span className="tabular-nums">{of(row) === 0 ? '–' : of(row)}</span>,
    sortBy: of,
    text: (row) => String(of(row)),
  });
  const amount = (
    id: string,
    title: string,
    of: (row: SpendRow) => number,
    to: Way,
  ): DataColumn<SpendRow> => ({
    id,
    title,
    width: 140,
    align: 'right',
    cell: (row) =>
      of(row) === 0 ? (
        <span className="text-faint">–</span>
      ) : (
        <Link
          to="/purchase-orders"
          search={to(row)}
          className="text-text tabular-nums underline"
          aria-label={`${title} ${formatMoney(cents(of(row)), row.currency)}, ${nameOf(row, by)}`}
        >
          {formatMoney(cents(of(row)), row.currency)}
        </Link>
      ),
    sortBy: of,
    text: (row) => decimalOfCents(cents(of(row))),
  });
  return [
    {
      id: 'name',
      title: BY_WORDS[by],
      width: 200,
      grow: 1,
      fixed: true,
      cell: (row) => <bdi className={row.key === null ? 'text-muted' : 'font-medium'}>{nameOf(row, by)}</bdi>,
      sortBy: (row) => (row.key === null ? null : nameOf(row, by)),
      text: (row) => nameOf(row, by),
    },
    amount('received', 'Received', ({ receivedCents }) => receivedCents, received),
    count('receivedOrders', 'Orders received', ({ receivedOrders }) => receivedOrders),
    amount('ordered', 'Ordered', ({ orderedCents }) => orderedCents, ordered),
    count('orderedOrders', 'Orders sent', ({ orderedOrders }) => orderedOrders),
    ...(isOneCurrency
      ? []
      : [
          {
            id: 'currency',
            title: 'Currency',
            width: 80,
            cell: ({ currency }: SpendRow) => currency,
            sortBy: ({ currency }: SpendRow) => currency,
            text: ({ currency }: SpendRow) => currency,
          },
        ]),
  ];
}
