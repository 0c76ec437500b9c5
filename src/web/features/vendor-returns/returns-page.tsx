import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { setupQueries } from '../../data/setup.ts';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { returnQueries } from '../../data/vendor-returns.ts';
import type { RawSearch } from '../../lib/search-params.ts';
import { mayCall } from '../../lib/session.ts';
import { AddButton, ListPage } from '../../parts/list-page.tsx';
import { isFiltered } from '../../parts/list-search.ts';
import { useHomeDay } from '../../parts/use-home-day.ts';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { HIDDEN_AT_FIRST, returnColumns } from './return-columns.tsx';
import { filtersOf, type ReturnsSearch, searchIn } from './returns-search.ts';
import { ReturnsToolbar } from './returns-toolbar.tsx';

/** All that goes or went back to vendors, and what came for it; newest first. */
export function ReturnsPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: types } = useQuery(setupRecordQueries.list('returnType'));
  const list = useInfiniteQuery(returnQueries.list(filtersOf(search)));
  const today = useHomeDay();
  const columns = useMemo(() => returnColumns(setup, types, today), [setup, types, today]);
  const address = useListAddress<ReturnsSearch>(
    'vendor-returns',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/vendor-returns', search: next, replace: true }),
  );
  return (
    <ListPage
      title="Returns"
      one="return"
      list={list}
      fileName="vendor-returns.csv"
      columns={columns}
      address={address}
      isFiltered={isFiltered(search)}
      onOpen={({ id }) => void navigate({ to: '/vendor-returns/$id', params: { id } })}
      filters={<ReturnsToolbar search={search} today={today} onSearch={address.change} />}
      add={
        mayCall(user, 'vendorReturns.create') && (
          <AddButton label="New return" onPress={() => void navigate({ href: '/vendor-returns/new' })} />
        )
      }
      nothing="Nothing went back to a vendor yet. A return says what goes back and what credit is expected; of an order it is written on the order’s page."
    />
  );
}
