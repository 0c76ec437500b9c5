import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp, PackagePlus, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ORDER_STATUSES } from '#domain/purchasing/purchase-order.ts';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { orderQueries } from '../../data/purchase-orders.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { useNow } from '../../lib/clock.ts';
import { ORDER_STATUS_WORDS } from '../../lib/order-words.ts';
import type { RawSearch } from '../../lib/search-params.ts';
import { mayCall } from '../../lib/session.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { statusTotals } from '../../parts/status-totals.ts';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HIDDEN_AT_FIRST, orderColumns } from './order-columns.tsx';
import { OrdersImport } from './orders-import.tsx';
import { filtersOf, isFiltered, type OrdersSearch, searchIn } from './orders-search.ts';
import { OrdersToolbar } from './orders-toolbar.tsx';
import { OrdersBulk } from './sending/orders-bulk.tsx';

/** All that was ordered: by words, status, vendor, what it is for and when; newest first. */
export function OrdersPage({ address: typed }: { address: RawSearch }) {
  const search = searchIn(typed);
  const navigate = useNavigate();
  const [isImporting, setImporting] = useState(false);
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: types } = useQuery(setupRecordQueries.list('purchaseOrderType'));
  const list = useInfiniteQuery(orderQueries.list(filtersOf(search)));
  const today = dayOf(useNow(60_000), homeZone(setup, user.businessUnitIds));
  const columns = useMemo(() => orderColumns(setup, types, today), [setup, types, today]);
  const address = useListAddress<OrdersSearch>(
    'purchase-orders',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/purchase-orders', search: next, replace: true }),
  );
  // Then the button stands under the sentence that says what an order is.
  const hasNone = list.data?.pages[0]?.items.length === 0 && !isFiltered(search);
  const add = mayCall(user, 'purchaseOrders.create') && (
    <Button
      size="dense"
      variant="primary"
      icon={<Plus aria-hidden />}
      onClick={() => void navigate({ href: '/purchase-orders/new' })}
    >
      New order
    </Button>
  );
  return (
    <RecordList
      title="Purchase orders"
      list={list}
      fileName="purchase-orders.csv"
      columns={columns}
      {...address.table}
      totals={(selected) => statusTotals(ORDER_STATUSES, ORDER_STATUS_WORDS, selected)}
      bulkActions={(selected) => <OrdersBulk selected={selected} onDone={address.unselect} />}
      onOpen={({ id }) => void navigate({ to: '/purchase-orders/$id', params: { id } })}
      toolbar={
        <>
          <OrdersToolbar
            search={search}
            setup={setup}
            types={types}
            today={today}
            onSearch={address.change}
            onClear={address.clear}
          />
          {!hasNone && add}
          {mayCall(user, 'replenishment.list') && (
            <Button
              size="dense"
              icon={<PackagePlus aria-hidden />}
              onClick={() => void navigate({ to: '/replenishment' })}
            >
              Replenish
            </Button>
          )}
          {mayCall(user, 'purchaseOrders.import') && (
            <Button
              size="dense"
              variant="ghost"
              icon={<FileUp aria-hidden />}
              onClick={() => setImporting(true)}
            >
              Import…
            </Button>
          )}
          {isImporting && <OrdersImport onClose={() => setImporting(false)} />}
          {address.views}
        </>
      }
      empty={
        isFiltered(search) ? (
          <EmptyState
            text="No order fits these filters."
            action={<Button onClick={address.clear}>Clear all</Button>}
          />
        ) : (
          <EmptyState
            text="Nothing has been ordered yet. A purchase order says what you buy from a vendor."
            action={add || undefined}
          />
        )
      }
    />
  );
}
