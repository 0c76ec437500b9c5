import type { PaymentSummary } from '#contract/payable.ts';
import type { Day } from '#domain/time.ts';
import {
  countColumn,
  currencyColumn,
  dayColumn,
  moneyColumn,
  namedColumn,
  numberColumn,
} from '../../../parts/document-columns.tsx';
import { wordsColumn } from '../../../parts/list-columns.tsx';
import type { DataColumn } from '../../../ui/data-column.ts';
import { METHOD_WORDS, PAYMENT_STATUS_WORDS } from '../payment-words.ts';
import { PaymentStatusBadge } from './payment-status.tsx';

export const paymentColumns = (today: Day): DataColumn<PaymentSummary>[] => [
  numberColumn('/ap-payments/$id'),
  {
    ...wordsColumn<PaymentSummary>(
      { id: 'status', title: 'Status', width: 120 },
      ({ status }) => PAYMENT_STATUS_WORDS[status],
    ),
    cell: ({ status }) => <PaymentStatusBadge status={status} />,
  },
  namedColumn({ id: 'payee', title: 'Payee', width: 180, grow: 2 }, ({ payeeName }) => payeeName),
  dayColumn({ id: 'paidOn', title: 'Paid on', width: 110 }, today, ({ paidOn }) => paidOn),
  wordsColumn({ id: 'method', title: 'Method', width: 120 }, ({ method }) => METHOD_WORDS[method]),
  namedColumn({ id: 'reference', title: 'Reference', width: 120, grow: 1 }, ({ reference }) => reference),
  moneyColumn({ id: 'amount', title: 'Amount', width: 120 }, ({ amountCents }) => amountCents),
  currencyColumn(),
  countColumn({ id: 'bills', title: 'Bills' }, ({ billCount }) => billCount),
  namedColumn({ id: 'memo', title: 'Memo', width: 140, grow: 1 }, ({ memo }) => memo),
];

/** What a laptop has no room for; the column choice brings it. */
export const HIDDEN_AT_FIRST: readonly string[] = ['currency'];
