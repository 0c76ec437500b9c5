import type { Setup } from '#contract/setup.ts';
import type { SetupRecords } from '#contract/setup-record.ts';
import { APPROVAL_STATUSES, ORDER_STATUSES } from '#domain/purchasing/purchase-order.ts';
import type { Day } from '#domain/time.ts';
import { APPROVAL_WORDS, ORDER_STATUS_WORDS } from '../../lib/order-words.ts';
import { DayRangeChip } from '../../parts/day-range-chip.tsx';
import { OneOf, SomeOf, WordsFilter, wordedOptions } from '../../parts/list-filters.tsx';
import { MoreFilters } from '../../parts/more-filters.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { BuyingViews } from './buying-views.tsx';
import { InvoiceFilter, OfWhomFilters, WhatForFilters } from './order-filters.tsx';
import type { OrdersSearch } from './orders-search.ts';

export type OrdersToolbarProps = {
  search: OrdersSearch;
  setup: Setup;
  types: SetupRecords | undefined;
  today: Day;
  onSearch: (changes: Partial<OrdersSearch>) => void;
};

const STATUSES = wordedOptions(ORDER_STATUSES, ORDER_STATUS_WORDS);
const APPROVALS = wordedOptions(APPROVAL_STATUSES, APPROVAL_WORDS);

/** What the list is narrowed to, each as a chip; all of it stands in the address. */
export function OrdersToolbar({ search, setup, types, today, onSearch }: OrdersToolbarProps) {
  return (
    <>
      <BuyingViews at="/purchase-orders" />
      <WordsFilter
        label="Search orders"
        placeholder="Number, vendor, invoice"
        q={search.q}
        onSearch={(q) => onSearch({ q })}
      />
      <SomeOf
        label="Status"
        options={STATUSES}
        value={search.status}
        onChange={(status) => onSearch({ status })}
      />
      <OneOf
        label="Approval"
        options={APPROVALS}
        value={search.approval}
        onChange={(approval) => onSearch({ approval })}
      />
      <OfWhomFilters search={search} setup={setup} types={types} onSearch={onSearch} />
      <DayRangeChip
        label="Ordered"
        looks="back"
        today={today}
        first={search.from}
        last={search.to}
        onChange={(from, to) => onSearch({ from, to })}
      />
      <DayRangeChip
        label="Next delivery"
        looks="ahead"
        today={today}
        first={search.expectedFrom}
        last={search.expectedTo}
        onChange={(expectedFrom, expectedTo) => onSearch({ expectedFrom, expectedTo })}
      />
      <Checkbox
        label="Overdue"
        checked={search.overdue === 'yes'}
        onChange={({ target }) => onSearch({ overdue: target.checked ? 'yes' : undefined })}
      />
      <MoreFilters>
        {(isMore) => (
          <>
            <WhatForFilters search={search} setup={setup} isMore={isMore} onSearch={onSearch} />
            {(isMore || search.requiredFrom) && (
              <DayRangeChip
                label="Required on"
                looks="ahead"
                today={today}
                first={search.requiredFrom}
                last={search.requiredTo}
                onChange={(requiredFrom, requiredTo) => onSearch({ requiredFrom, requiredTo })}
              />
            )}
            {(isMore || search.receivedFrom) && (
              <DayRangeChip
                label="Received"
                looks="back"
                today={today}
                first={search.receivedFrom}
                last={search.receivedTo}
                onChange={(receivedFrom, receivedTo) => onSearch({ receivedFrom, receivedTo })}
              />
            )}
            {(isMore || search.invoice !== undefined || search.notInvoice !== undefined) && (
              <InvoiceFilter search={search} onSearch={onSearch} />
            )}
          </>
        )}
      </MoreFilters>
    </>
  );
}
