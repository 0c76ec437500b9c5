import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { paymentQueries } from '../../../data/payables.ts';
import { vendorQueries } from '../../../data/vendors.ts';
import type { RawSearch } from '../../../lib/search-params.ts';
import { DayRangeChip } from '../../../parts/day-range-chip.tsx';
import { WordsFilter } from '../../../parts/list-filters.tsx';
import { ListPage } from '../../../parts/list-page.tsx';
import { isFiltered } from '../../../parts/list-search.ts';
import { FilterPopover } from '../../../parts/picked-filter.tsx';
import { useHomeDay } from '../../../parts/use-home-day.ts';
import { useListAddress } from '../../../parts/use-list-address.tsx';
import { VendorPicker } from '../../../parts/vendor-picker.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { PayablesViews } from '../payables-views.tsx';
import { HIDDEN_AT_FIRST, paymentColumns } from './payment-columns.tsx';
import { filtersOf, type PaymentsSearch, searchIn } from './payments-search.ts';

/** What was paid to vendors, newest first, also what was taken back. */
export function PaymentsPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const list = useInfiniteQuery(paymentQueries.list(filtersOf(search)));
  const payee = useQuery({ ...vendorQueries.detail(search.payee ?? 0), enabled: search.payee !== undefined });
  const today = useHomeDay();
  const columns = useMemo(() => paymentColumns(today), [today]);
  const address = useListAddress<PaymentsSearch>(
    'ap-payments',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/ap-payments', search: next, replace: true }),
  );
  return (
    <ListPage
      title="Payments to vendors"
      one="payment"
      list={list}
      fileName="payments-to-vendors.csv"
      columns={columns}
      address={address}
      isFiltered={isFiltered(search)}
      onOpen={({ id }) => void navigate({ to: '/ap-payments/$id', params: { id } })}
      filters={
        <>
          <PayablesViews at="/ap-payments" />
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
        </>
      }
      nothing="No vendor has been paid yet. What is due, and is paid, stands under Due."
      nothingAction={<Button onClick={() => void navigate({ to: '/payables' })}>What is due</Button>}
    />
  );
}
