import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { useCurrentUser } from '../../data/current-user.ts';
import { skuQueries } from '../../data/skus.ts';
import { mayCall } from '../../lib/session.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HIDDEN_AT_FIRST, SKU_COLUMNS } from './sku-columns.tsx';
import { SkuForm } from './sku-form.tsx';
import { type SkuFile, SkuImport } from './sku-imports.tsx';
import { filtersOf, isFiltered, type SkusSearch } from './skus-search.ts';
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
  // Nothing is done to many SKUs at once: no row is selected.
  const { selection: _none, onSelectionChange: _never, ...table } = address.table;
  const setAdding = (open: boolean) =>
    void navigate({ to: '/skus', search: { ...shown, new: open ? 'yes' : undefined }, replace: !open });
  // Then the button stands under the sentence that says what a SKU is.
  const hasNone = list.data?.pages[0]?.items.length === 0 && !isFiltered(search);
  const add = (
    <Button size="dense" variant="primary" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
      New SKU
    </Button>
  );
  const importButton = (label: string, of: SkuFile) => (
    <Button size="dense" icon={<FileUp aria-hidden />} onClick={() => setImporting(of)}>
      {label}
    </Button>
  );
  return (
    <>
      <RecordList
        title="SKUs"
        list={list}
        fileName="skus.csv"
        columns={SKU_COLUMNS}
        {...table}
        onOpen={({ id }) => void navigate({ to: '/skus/$id', params: { id } })}
        toolbar={
          <>
            <SkusToolbar search={shown} onSearch={address.change} onClear={address.clear} />
            {!hasNone && add}
            {mayCall(user, 'skus.import') && importButton('Import', 'skus')}
            {mayCall(user, 'skus.importStock') && importButton('Import stock', 'stock')}
            {address.views}
          </>
        }
        empty={
          isFiltered(search) ? (
            <EmptyState
              text="No SKU fits these filters."
              action={<Button onClick={address.clear}>Clear all</Button>}
            />
          ) : (
            <EmptyState
              text="There are no SKUs yet. A SKU is a part, a piece of equipment or a service you buy, keep or sell."
              action={add}
            />
          )
        }
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
