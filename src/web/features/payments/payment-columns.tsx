import type { CustomerPaymentSummary } from '#contract/payment.ts';
import type { Day } from '#domain/time.ts';
import {
  currencyColumn,
  dayColumn,
  moneyColumn,
  namedColumn,
  numberColumn,
} from '../../parts/document-columns.tsx';
import { customerColumn, wordsColumn } from '../../parts/list-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { PaymentStateBadge, stateOf } from './payment-state.tsx';
import { SHOWN_KIND_WORDS, STATE_WORDS } from './payment-words.ts';

export const paymentColumns = (today: Day): DataColumn<CustomerPaymentSummary>[] => [
  numberColumn('/payments/$id'),
  {
    ...wordsColumn<CustomerPaymentSummary>(
      { id: 'status', title: 'Status', width: 112 },
      (row) => STATE_WORDS[stateOf(row)],
    ),
    cell: (row) => <PaymentStateBadge of={row} />,
  },
  customerColumn(),
  wordsColumn({ id: 'kind', title: 'Kind', width: 120 }, ({ shownKind }) => SHOWN_KIND_WORDS[shownKind]),
  namedColumn({ id: 'type', title: 'Type', width: 110 }, ({ paymentTypeName }) => paymentTypeName),
  dayColumn({ id: 'paidOn', title: 'Paid on', width: 110 }, today, ({ paidOn }) => paidOn),
  namedColumn({ id: 'reference', title: 'Reference', width: 110, grow: 1 }, ({ reference }) => reference),
  moneyColumn({ id: 'amount', title: 'Amount', width: 120 }, ({ amountCents }) => amountCents),
  // Nothing left is nothing to be read.
  moneyColumn({ id: 'unapplied', title: 'Unapplied', width: 120 }, ({ unappliedCents }) =>
    unappliedCents === 0 ? null : unappliedCents,
  ),
  currencyColumn(),
  namedColumn({ id: 'unit', title: 'Business unit', width: 120 }, ({ businessUnitName }) => businessUnitName),
  namedColumn({ id: 'memo', title: 'Memo', width: 140, grow: 1 }, ({ memo }) => memo),
];

/** What a laptop has no room for; the column choice brings it. */
export const HIDDEN_AT_FIRST: readonly string[] = ['currency', 'unit', 'memo'];
