import type { Setup } from '#contract/setup.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import type { ReturnSummary } from '#contract/vendor-return.ts';
import type { Day } from '#domain/time.ts';
import { nameIn } from '../../data/setup.ts';
import { RETURN_STATUS_WORDS } from '../../lib/return-words.ts';
import {
  countColumn,
  currencyColumn,
  dayColumn,
  documentColumn,
  moneyColumn,
  namedColumn,
  numberColumn,
} from '../../parts/document-columns.tsx';
import { unitColumn, wordsColumn } from '../../parts/list-columns.tsx';
import { recordsNamed } from '../../parts/records-named.ts';
import { ReturnStatusBadge } from '../../parts/return-status.tsx';
import type { DataColumn } from '../../ui/data-column.ts';

export function returnColumns(
  setup: Setup,
  types: SetupRecords | undefined,
  today: Day,
): DataColumn<ReturnSummary>[] {
  const typeNames = recordsNamed(types);
  return [
    numberColumn('/vendor-returns/$id'),
    {
      ...wordsColumn<ReturnSummary>(
        { id: 'status', title: 'Status', width: 140 },
        ({ status }) => RETURN_STATUS_WORDS[status],
      ),
      cell: ({ status }) => <ReturnStatusBadge status={status} />,
    },
    namedColumn({ id: 'vendor', title: 'Vendor', width: 170, grow: 2 }, ({ vendorName }) => vendorName),
    wordsColumn({ id: 'type', title: 'Type', width: 120, grow: 1 }, ({ typeId }) =>
      types === undefined ? '' : nameIn(typeNames, typeId),
    ),
    documentColumn(
      { id: 'order', title: 'Order', width: 84 },
      '/purchase-orders/$id',
      ({ orderId, orderNumber }) => ({ id: orderId, number: orderNumber }),
    ),
    dayColumn({ id: 'date', title: 'Written', width: 104 }, today, ({ date }) => date),
    moneyColumn({ id: 'value', title: 'Value' }, ({ valueCents }) => valueCents),
    moneyColumn({ id: 'expected', title: 'Expected' }, ({ expectedCents }) => expectedCents),
    moneyColumn({ id: 'credited', title: 'Credited' }, ({ creditedCents }) => creditedCents),
    namedColumn(
      { id: 'creditNumber', title: 'Credit number', width: 120 },
      ({ creditNumber }) => creditNumber ?? '',
    ),
    dayColumn({ id: 'creditedOn', title: 'Credit of', width: 104 }, today, ({ creditedOn }) => creditedOn),
    currencyColumn(),
    unitColumn(setup),
    countColumn({ id: 'lines', title: 'Lines' }, ({ lineCount }) => lineCount),
    wordsColumn({ id: 'by', title: 'Written by', width: 120 }, ({ createdByName }) => createdByName),
  ];
}

/** What a laptop has no room for; the column choice brings it. */
export const HIDDEN_AT_FIRST: readonly string[] = ['value', 'creditedOn', 'currency', 'unit', 'lines', 'by'];
