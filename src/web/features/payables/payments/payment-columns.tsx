import { Link } from '@tanstack/react-router';
import type { PaymentSummary } from '#contract/payable.ts';
import { cents, decimalOfCents } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { formatDay, formatMoney } from '../../../lib/format.ts';
import { wordsColumn } from '../../../parts/list-columns.tsx';
import type { DataColumn } from '../../../ui/data-column.ts';
import { METHOD_WORDS, PAYMENT_STATUS_WORDS } from '../payment-words.ts';
import { PaymentStatusBadge } from './payment-status.tsx';

type Column = DataColumn<PaymentSummary>;

/** The columns of the list. `text` is what the CSV says: days and amounts plain, so that a spreadsheet can reckon with them. */
export function paymentColumns(today: Day): Column[] {
  const named = (id: string, title: string, width: number, of: (row: PaymentSummary) => string): Column => ({
    ...wordsColumn<PaymentSummary>({ id, title, width, grow: id === 'payee' ? 2 : 1 }, of),
    // A name or number of others may hold marks that turn the direction of what follows it.
    cell: (row) => <bdi>{of(row)}</bdi>,
  });
  return [
    {
      id: 'number',
      title: 'Number',
      width: 84,
      fixed: true,
      cell: ({ id, number }) => (
        <Link
          to="/ap-payments/$id"
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
      width: 120,
      cell: ({ status }) => <PaymentStatusBadge status={status} />,
      sortBy: ({ status }) => PAYMENT_STATUS_WORDS[status],
      text: ({ status }) => PAYMENT_STATUS_WORDS[status],
    },
    named('payee', 'Payee', 180, ({ payeeName }) => payeeName),
    {
      id: 'paidOn',
      title: 'Paid on',
      width: 110,
      cell: ({ paidOn }) => <span className="tabular-nums">{formatDay(paidOn, { today })}</span>,
      sortBy: ({ paidOn }) => paidOn,
      text: ({ paidOn }) => paidOn,
    },
    wordsColumn({ id: 'method', title: 'Method', width: 120 }, ({ method }) => METHOD_WORDS[method]),
    named('reference', 'Reference', 120, ({ reference }) => reference),
    {
      id: 'amount',
      title: 'Amount',
      width: 120,
      align: 'right',
      cell: ({ amountCents, currency }) => formatMoney(cents(amountCents), currency),
      sortBy: ({ amountCents }) => amountCents,
      text: ({ amountCents }) => decimalOfCents(cents(amountCents)),
    },
    wordsColumn({ id: 'currency', title: 'Currency', width: 80 }, ({ currency }) => currency),
    {
      id: 'bills',
      title: 'Bills',
      width: 64,
      align: 'right',
      cell: ({ billCount }) => billCount,
      sortBy: ({ billCount }) => billCount,
      text: ({ billCount }) => String(billCount),
    },
    named('memo', 'Memo', 140, ({ memo }) => memo),
  ];
}

/** What a laptop has no room for; the column choice brings it. */
export const HIDDEN_AT_FIRST: readonly string[] = ['currency'];
