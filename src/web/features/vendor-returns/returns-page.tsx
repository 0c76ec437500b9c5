import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { returnQueries } from '../../data/vendor-returns.ts';
import { useNow } from '../../lib/clock.ts';
import type { RawSearch } from '../../lib/search-params.ts';
import { mayCall } from '../../lib/session.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HIDDEN_AT_FIRST, returnColumns } from './return-columns.tsx';
import { filtersOf, isFiltered, type ReturnsSearch, searchIn } from './returns-search.ts';
import { ReturnsToolbar } from './returns-toolbar.tsx';

/** All that goes or went back to vendors, and what came for it; newest first. */
export function ReturnsPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: types } = useQuery(setupRecordQueries.list('returnType'));
  const list = useInfiniteQuery(returnQueries.list(filtersOf(search)));
  const today = dayOf(useNow(60_000), homeZone(setup, user.businessUnitIds));
  const columns = useMemo(() => returnColumns(setup, types, today), [setup, types, today]);
  const address = useListAddress<ReturnsSearch>(
    'vendor-returns',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/vendor-returns', search: next, replace: true }),
  );
  // Nothing is done to many returns at once: no row is selected.
  const { selection: _none, onSelectionChange: _never, ...table } = address.table;
  // Then the button stands under the sentence that says what a return is.
  const hasNone = list.data?.pages[0]?.items.length === 0 && !isFiltered(search);
  const add = mayCall(user, 'vendorReturns.create') && (
    <Button
      size="dense"
      variant="primary"
      icon={<Plus aria-hidden />}
      onClick={() => void navigate({ href: '/vendor-returns/new' })}
    >
      New return
    </Button>
  );
  return (
    <RecordList
      title="Returns"
      list={list}
      fileName="vendor-returns.csv"
      columns={columns}
      {...table}
      onOpen={({ id }) => void navigate({ to: '/vendor-returns/$id', params: { id } })}
      toolbar={
        <>
          <ReturnsToolbar search={search} today={today} onSearch={address.change} onClear={address.clear} />
          {!hasNone && add}
          {address.views}
        </>
      }
      empty={
        isFiltered(search) ? (
          <EmptyState
            text="No return fits these filters."
            action={<Button onClick={address.clear}>Clear all</Button>}
          />
        ) : (
          <EmptyState
            text="Nothing went back to a vendor yet. A return says what goes back and what credit is expected; of an order it is written on the order’s page."
            action={add || undefined}
          />
        )
      }
    />
  );
}
