import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FileUp, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CatalogueItem } from '#contract/catalogue.ts';
import { catalogueQueries } from '../../data/catalogue.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { vendorQueries } from '../../data/vendors.ts';
import { mayCall } from '../../lib/session.ts';
import { ItemForm } from '../../parts/catalogue/item-form.tsx';
import { ClearAll, WordsFilter } from '../../parts/list-filters.tsx';
import { sortOf, sortText } from '../../parts/list-search.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useKeptColumns } from '../../parts/use-kept-columns.ts';
import { useUndo } from '../../parts/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { catalogueColumns, HIDDEN_AT_FIRST } from './catalogue-columns.tsx';
import { CatalogueImport } from './catalogue-import.tsx';
import type { CatalogueSearch } from './catalogue-search.ts';

export type CataloguePageProps = { vendorId: number; search: CatalogueSearch };

/** All a vendor sells: found by the company's words and by the vendor's. */
export function CataloguePage({ vendorId, search }: CataloguePageProps) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: vendor } = useSuspenseQuery(vendorQueries.detail(vendorId));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { q, active } = search;
  const list = useInfiniteQuery(catalogueQueries.ofVendor(vendorId, { q, active }));
  const [open, setOpen] = useState<CatalogueItem | 'new' | 'import' | null>(null);
  const [hidden, keepHidden] = useKeptColumns('catalogue', HIDDEN_AT_FIRST, undefined);
  const undo = useUndo();
  const mayKeep = mayCall(user, 'catalogue.update');
  const { undo: onUndo } = undo;
  const columns = useMemo(
    () => catalogueColumns(mayKeep ? { onChange: setOpen, onUndo } : null),
    [mayKeep, onUndo],
  );
  const go = (changes: Partial<CatalogueSearch>) =>
    void navigate({
      to: '/vendors/$id/catalogue',
      params: { id: vendorId },
      search: { ...search, ...changes },
      replace: true,
    });
  const isFiltered = q !== undefined || active !== undefined;
  const clear = () => go({ q: undefined, active: undefined });
  const hasNone = list.data?.pages[0]?.items.length === 0 && !isFiltered;
  const add = mayKeep && vendor.active && (
    <>
      <Button size="dense" icon={<FileUp aria-hidden />} onClick={() => setOpen('import')}>
        Import
      </Button>
      <Button size="dense" variant="primary" icon={<Plus aria-hidden />} onClick={() => setOpen('new')}>
        Add a SKU
      </Button>
    </>
  );
  return (
    <>
      <RecordList
        title={`Catalogue of ${vendor.name}`}
        list={list}
        fileName="catalogue.csv"
        columns={columns}
        sort={sortOf(search.sort)}
        onSortChange={(sort) => go({ sort: sortText(sort) })}
        hidden={hidden}
        onHiddenChange={keepHidden}
        onOpen={mayKeep ? setOpen : undefined}
        toolbar={
          <>
            <Link
              to="/vendors/$id"
              params={{ id: vendorId }}
              dir="auto"
              className="max-w-60 truncate text-xs"
            >
              {vendor.name}
            </Link>
            <WordsFilter
              label="Search the catalogue"
              placeholder="Code, name, part number"
              q={q}
              onSearch={(next) => go({ q: next })}
            />
            <Checkbox
              label="Taken out"
              checked={active === 'false'}
              onChange={({ target }) => go({ active: target.checked ? 'false' : undefined })}
            />
            <ClearAll isFiltered={isFiltered} onClear={clear} />
            {!hasNone && add}
          </>
        }
        empty={
          isFiltered ? (
            <EmptyState text="Nothing here fits." action={<Button onClick={clear}>Clear all</Button>} />
          ) : (
            <EmptyState
              text="This catalogue is empty. It says what the vendor calls your SKUs and what they cost there."
              action={add || undefined}
            />
          )
        }
      />
      {open === 'import' && (
        <CatalogueImport vendorId={vendorId} onUndo={onUndo} onClose={() => setOpen(null)} />
      )}
      {open && open !== 'import' && (
        <ItemForm
          key={open === 'new' ? 'new' : open.id}
          item={open === 'new' ? null : open}
          vendor={vendor}
          zone={homeZone(setup, user.businessUnitIds)}
          onUndo={onUndo}
          onClose={() => setOpen(null)}
        />
      )}
      <UndoRefusedDialog error={undo.refusal} onClose={undo.dismiss} />
    </>
  );
}
