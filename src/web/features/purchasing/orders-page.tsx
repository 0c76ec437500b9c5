import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { PackagePlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ORDER_STATUSES } from '#domain/purchasing/purchase-order.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { orderQueries } from '../../data/purchase-orders.ts';
import { setupQueries } from '../../data/setup.ts';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { ORDER_STATUS_WORDS } from '../../lib/order-words.ts';
import type { RawSearch } from '../../lib/search-params.ts';
import { mayCall } from '../../lib/session.ts';
import { AddButton, ImportButton, ListPage } from '../../parts/list-page.tsx';
import { isFiltered } from '../../parts/list-search.ts';
import { statusTotals } from '../../parts/status-totals.ts';
import { useHomeDay } from '../../parts/use-home-day.ts';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { Button } from '../../ui/button.tsx';
import { HIDDEN_AT_FIRST, orderColumns } from './order-columns.tsx';
import { OrdersImport } from './orders-import.tsx';
import { filtersOf, type OrdersSearch, searchIn } from './orders-search.ts';
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
  const today = useHomeDay();
  const columns = useMemo(() => orderColumns(setup, types, today), [setup, types, today]);
  const address = useListAddress<OrdersSearch>(
    'purchase-orders',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/purchase-orders', search: next, replace: true }),
  );
  return (
    <>
      <ListPage
        title="Purchase orders"
        one="order"
        list={list}
        fileName="purchase-orders.csv"
        columns={columns}
        address={address}
        isFiltered={isFiltered(search)}
        totals={(selected) => statusTotals(ORDER_STATUSES, ORDER_STATUS_WORDS, selected)}
        bulkActions={(selected) => <OrdersBulk selected={selected} onDone={address.unselect} />}
        onOpen={({ id }) => void navigate({ to: '/purchase-orders/$id', params: { id } })}
        filters={
          <OrdersToolbar
            search={search}
            setup={setup}
            types={types}
            today={today}
            onSearch={address.change}
          />
        }
        add={
          mayCall(user, 'purchaseOrders.create') && (
            <AddButton label="New order" onPress={() => void navigate({ href: '/purchase-orders/new' })} />
          )
        }
        more={
          <>
            {mayCall(user, 'replenishment.list') && (
              <Button
                size="dense"
                icon={<PackagePlus aria-hidden />}
                onClick={() => void navigate({ to: '/replenishment' })}
              >
                Replenish
              </Button>
            )}
            {mayCall(user, 'purchaseOrders.import') && <ImportButton onPress={() => setImporting(true)} />}
          </>
        }
        nothing="Nothing has been ordered yet. A purchase order says what you buy from a vendor."
      />
      {isImporting && <OrdersImport onClose={() => setImporting(false)} />}
    </>
  );
}
