import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { setupQueries } from '../../data/setup.ts';
import { vendorQueries } from '../../data/vendors.ts';
import { mayCall } from '../../lib/session.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HIDDEN_AT_FIRST, vendorColumns } from './vendor-columns.tsx';
import { VendorForm } from './vendor-form.tsx';
import { VendorImport } from './vendor-import.tsx';
import { filtersOf, isFiltered, type VendorsSearch } from './vendors-search.ts';
import { VendorsToolbar } from './vendors-toolbar.tsx';

/** All whom the company buys from: by words, tag, payment term and how orders reach them. */
export function VendorsPage({ search }: { search: VendorsSearch }) {
  const navigate = useNavigate();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const mayImport = mayCall(useCurrentUser(), 'vendors.import');
  const [importing, setImporting] = useState(false);
  const list = useInfiniteQuery(vendorQueries.list(filtersOf(search)));
  const columns = useMemo(() => vendorColumns(setup), [setup]);
  const { new: adding, ...shown } = search;
  const address = useListAddress<VendorsSearch>(
    'vendors',
    shown,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/vendors', search: next, replace: true }),
  );
  // Nothing is done to many vendors at once: no row is selected.
  const { selection: _none, onSelectionChange: _never, ...table } = address.table;
  const setAdding = (open: boolean) =>
    void navigate({ to: '/vendors', search: { ...shown, new: open ? 'yes' : undefined }, replace: !open });
  // Then the button stands under the sentence that says what a vendor is.
  const hasNone = list.data?.pages[0]?.items.length === 0 && !isFiltered(search);
  const add = (
    <Button size="dense" variant="primary" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
      New vendor
    </Button>
  );
  return (
    <>
      <RecordList
        title="Vendors"
        list={list}
        fileName="vendors.csv"
        columns={columns}
        {...table}
        onOpen={({ id }) => void navigate({ to: '/vendors/$id', params: { id } })}
        toolbar={
          <>
            <VendorsToolbar search={shown} setup={setup} onSearch={address.change} onClear={address.clear} />
            {!hasNone && add}
            {mayImport && (
              <Button size="dense" icon={<FileUp aria-hidden />} onClick={() => setImporting(true)}>
                Import
              </Button>
            )}
            {address.views}
          </>
        }
        empty={
          isFiltered(search) ? (
            <EmptyState
              text="No vendor fits these filters."
              action={<Button onClick={address.clear}>Clear all</Button>}
            />
          ) : (
            <EmptyState
              text="There are no vendors yet. A vendor is whom you buy parts and equipment from."
              action={add}
            />
          )
        }
      />
      {importing && <VendorImport onClose={() => setImporting(false)} />}
      {adding && (
        <VendorForm
          vendor={null}
          typed={search.q}
          onClose={() => setAdding(false)}
          onMade={(id) =>
            void navigate({ to: '/vendors/$id', params: { id }, replace: true, ignoreBlocker: true })
          }
        />
      )}
    </>
  );
}
