import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { setupQueries } from '../../data/setup.ts';
import { vendorQueries } from '../../data/vendors.ts';
import { mayCall } from '../../lib/session.ts';
import { AddButton, ImportButton, ListPage } from '../../parts/list-page.tsx';
import { isFiltered } from '../../parts/list-search.ts';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { HIDDEN_AT_FIRST, vendorColumns } from './vendor-columns.tsx';
import { VendorForm } from './vendor-form.tsx';
import { VendorImport } from './vendor-import.tsx';
import { filtersOf, type VendorsSearch } from './vendors-search.ts';
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
  const setAdding = (open: boolean) =>
    void navigate({ to: '/vendors', search: { ...shown, new: open ? 'yes' : undefined }, replace: !open });
  return (
    <>
      <ListPage
        title="Vendors"
        one="vendor"
        list={list}
        fileName="vendors.csv"
        columns={columns}
        address={address}
        isFiltered={isFiltered(search)}
        onOpen={({ id }) => void navigate({ to: '/vendors/$id', params: { id } })}
        filters={<VendorsToolbar search={shown} setup={setup} onSearch={address.change} />}
        add={<AddButton label="New vendor" onPress={() => setAdding(true)} />}
        more={mayImport && <ImportButton label="Import" onPress={() => setImporting(true)} />}
        nothing="There are no vendors yet. A vendor is whom you buy parts and equipment from."
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
