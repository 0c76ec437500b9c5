import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { paymentQueries } from '../../../data/payables.ts';
import { homeZone, setupQueries } from '../../../data/setup.ts';
import { vendorQueries } from '../../../data/vendors.ts';
import { useNow } from '../../../lib/clock.ts';
import type { RawSearch } from '../../../lib/search-params.ts';
import { DayRangeChip } from '../../../parts/day-range-chip.tsx';
import { ClearAll, WordsFilter } from '../../../parts/list-filters.tsx';
import { FilterPopover } from '../../../parts/picked-filter.tsx';
import { RecordList } from '../../../parts/record-list.tsx';
import { useListAddress } from '../../../parts/use-list-address.tsx';
import { VendorPicker } from '../../../parts/vendor-picker.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PayablesViews } from '../payables-views.tsx';
import { HIDDEN_AT_FIRST, paymentColumns } from './payment-columns.tsx';
import { filtersOf, isFiltered, type PaymentsSearch, searchIn } from './payments-search.ts';

/** What was paid to vendors, newest first, also what was taken back. */
export function PaymentsPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const list = useInfiniteQuery(paymentQueries.list(filtersOf(search)));
  const payee = useQuery({ ...vendorQueries.detail(search.payee ?? 0), enabled: search.payee !== undefined });
  const today = dayOf(useNow(60_000), homeZone(setup, user.businessUnitIds));
  const columns = useMemo(() => paymentColumns(today), [today]);
  const address = useListAddress<PaymentsSearch>(
    'ap-payments',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/ap-payments', search: next, replace: true }),
  );
  // Nothing is done to many payments at once: no row is selected.
  const { selection: _none, onSelectionChange: _never, ...table } = address.table;
  return (
    <RecordList
      title="Payments to vendors"
      list={list}
      fileName="payments-to-vendors.csv"
      columns={columns}
      {...table}
      onOpen={({ id }) => void navigate({ to: '/ap-payments/$id', params: { id } })}
      toolbar={
        <>
          <PayablesViews at="payments" />
          <WordsFilter
            label="Search payments"
            placeholder="Number, reference, payee"
            q={search.q}
            onSearch={(q) => address.change({ q })}
          />
          <FilterPopover
            label="Payee"
            id={search.payee}
            name={payee.data?.name}
            onClear={() => address.change({ payee: undefined })}
          >
            <VendorPicker
              aria-label="Find a payee"
              value={null}
              onValueChange={(one) => one && address.change({ payee: one.id })}
            />
          </FilterPopover>
          {search.bill !== undefined && (
            <Chip tone="on" removeLabel="Of all bills" onRemove={() => address.change({ bill: undefined })}>
              Of one bill
            </Chip>
          )}
          <DayRangeChip
            label="Paid on"
            looks="back"
            today={today}
            first={search.from}
            last={search.to}
            onChange={(from, to) => address.change({ from, to })}
          />
          <ClearAll isFiltered={isFiltered(search)} onClear={address.clear} />
          {address.views}
        </>
      }
      empty={
        isFiltered(search) ? (
          <EmptyState
            text="No payment fits these filters."
            action={<Button onClick={address.clear}>Clear all</Button>}
          />
        ) : (
          <EmptyState
            text="No vendor has been paid yet. What is due, and is paid, stands under Due."
            action={<Button onClick={() => void navigate({ to: '/payables' })}>What is due</Button>}
          />
        )
      }
    />
  );
}
