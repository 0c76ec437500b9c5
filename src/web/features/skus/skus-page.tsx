import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { skuQueries } from '../../data/skus.ts';
import { mayCall } from '../../lib/session.ts';
import { AddButton, ImportButton, ListPage } from '../../parts/list-page.tsx';
import { isFiltered } from '../../parts/list-search.ts';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { HIDDEN_AT_FIRST, SKU_COLUMNS } from './sku-columns.tsx';
import { SkuForm } from './sku-form.tsx';
import { type SkuFile, SkuImport } from './sku-imports.tsx';
import { filtersOf, type SkusSearch } from './skus-search.ts';
import { SkusToolbar } from './skus-toolbar.tsx';

/** All the company buys, keeps and sells: by words, kind, and what lies of it. */
export function SkusPage({ search }: { search: SkusSearch }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const [importing, setImporting] = useState<SkuFile | null>(null);
  const list = useInfiniteQuery(skuQueries.list(filtersOf(search)));
  const { new: adding, ...shown } = search;
  const address = useListAddress<SkusSearch>(
    'skus',
    shown,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/skus', search: next, replace: true }),
  );
  const setAdding = (open: boolean) =>
    void navigate({ to: '/skus', search: { ...shown, new: open ? 'yes' : undefined }, replace: !open });
  return (
    <>
      <ListPage
        title="SKUs"
        one="SKU"
        list={list}
        fileName="skus.csv"
        columns={SKU_COLUMNS}
        address={address}
        isFiltered={isFiltered(search)}
        onOpen={({ id }) => void navigate({ to: '/skus/$id', params: { id } })}
        filters={<SkusToolbar search={shown} onSearch={address.change} />}
        add={<AddButton label="New SKU" onPress={() => setAdding(true)} />}
        more={
          <>
            {mayCall(user, 'skus.import') && (
              <ImportButton label="Import" onPress={() => setImporting('skus')} />
            )}
            {mayCall(user, 'skus.importStock') && (
              <ImportButton label="Import stock" onPress={() => setImporting('stock')} />
            )}
          </>
        }
        nothing="There are no SKUs yet. A SKU is a part, a piece of equipment or a service you buy, keep or sell."
      />
      {importing && <SkuImport of={importing} onClose={() => setImporting(null)} />}
      {adding && (
        <SkuForm
          sku={null}
          typed={search.q}
          onClose={() => setAdding(false)}
          onMade={(id) =>
            void navigate({ to: '/skus/$id', params: { id }, replace: true, ignoreBlocker: true })
          }
        />
      )}
    </>
  );
}
