/**
 * Columns that lists of documents have: orders, bills, returns, payments. `text` is what the CSV says: days and amounts
 * plain, so that a spreadsheet can reckon with them.
 */
import { cents, decimalOfCents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { formatDay, formatMoney } from '../lib/format.ts';
import type { DataColumn } from '../ui/data-column.ts';
import { DocumentLink, type DocumentPage } from './document-link.tsx';
import { wordsColumn } from './list-columns.tsx';

type Head = Pick<DataColumn<never>, 'id' | 'title' | 'width' | 'grow'>;
type Numbered = { readonly id: number; readonly number: number };
type Paid = { readonly currency: string };

export const NONE = <span className="text-faint">–</span>;

/** What names the row, and opens it. `after` stands beside the number: " credit". */
export const numberColumn = <Row extends Numbered>(
  to: DocumentPage,
  { width = 84, after }: { width?: number; after?: (row: Row) => React.ReactNode } = {},
): DataColumn<Row> => ({
  id: 'number',
  title: 'Number',
  width,
  fixed: true,
  cell: (row) => (
    <DocumentLink to={to} id={row.id} tabIndex={-1}>
      {row.number}
      {after?.(row)}
    </DocumentLink>
  ),
  sortBy: ({ number }) => number,
  text: ({ number }) => String(number),
});

/** Another document it belongs to, if any, by its number. */
export const documentColumn = <Row,>(
  head: Head,
  to: DocumentPage,
  of: (row: Row) => { readonly id: number | null; readonly number: number | null },
): DataColumn<Row> => ({
  ...head,
  cell: (row) => {
    const { id, number } = of(row);
    return id === null ? (
      NONE
    ) : (
      <DocumentLink to={to} id={id} look="plain" tabIndex={-1}>
        {number}
      </DocumentLink>
    );
  },
  sortBy: (row) => of(row).number,
  text: (row) => String(of(row).number ?? ''),
});

/** Words of others: an imported name may hold marks that turn the direction of what follows it. */
export const namedColumn = <Row,>(head: Head, of: (row: Row) => string): DataColumn<Row> => ({
  ...wordsColumn<Row>(head, of),
  cell: (row) => <bdi>{of(row)}</bdi>,
});

export const dayColumn = <Row,>(
  head: Head,
  today: Day,
  of: (row: Row) => string | null,
): DataColumn<Row> => ({
  width: 100,
  ...head,
  cell: (row) => {
    const on = of(row);
    return on === null ? NONE : <span className="tabular-nums">{formatDay(on as Day, { today })}</span>;
  },
  sortBy: of,
  text: (row) => of(row) ?? '',
});

/** In the currency of the row. */
export const moneyColumn = <Row extends Paid>(
  head: Head,
  of: (row: Row) => number | null,
): DataColumn<Row> => ({
  width: 110,
  align: 'right',
  ...head,
  cell: (row) => {
    const amount = of(row);
    if (amount === null) return NONE;
    return <span className="tabular-nums">{formatMoney(cents(amount), row.currency)}</span>;
  },
  sortBy: of,
  text: (row) => {
    const amount = of(row);
    return amount === null ? '' : decimalOfCents(cents(amount));
  },
});

/** How many of something it has. */
export const countColumn = <Row,>(head: Head, of: (row: Row) => number): DataColumn<Row> => ({
  width: 64,
  align: 'right',
  ...head,
  cell: (row) => <span className="tabular-nums">{of(row)}</span>,
  sortBy: of,
  text: (row) => String(of(row)),
});

export const currencyColumn = <Row extends Paid>(): DataColumn<Row> =>
  wordsColumn({ id: 'currency', title: 'Currency', width: 80 }, ({ currency }) => currency);
