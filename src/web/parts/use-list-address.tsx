import { type ReactNode, useState } from 'react';
import type { RawSearch } from '../lib/search-params.ts';
import { sortOf, sortText } from './list-search.ts';
import type { RecordListProps } from './record-list.tsx';
import { SavedViews, SaveView } from './saved-views.tsx';
import { useKeptColumns } from './use-kept-columns.ts';

/** What the addresses of all lists say beside their filters. */
export type ListSearch = { readonly sort?: string | undefined; readonly hide?: string[] | undefined };

export type ListAddress<Search> = {
  /** Spread into the list: its order, its columns, its selection, the button that saves all this as a view. */
  readonly table: Pick<
    RecordListProps<{ id: number }>,
    'sort' | 'onSortChange' | 'hidden' | 'onHiddenChange' | 'selection' | 'onSelectionChange' | 'toolbarEnd'
  >;
  /** After the filters, which would move aside when they come or a colleague shares one. */
  readonly views: ReactNode;
  /** Narrows it, the rest stays. */
  readonly change: (changes: Partial<Search>) => void;
  /** Takes the filters off; order and columns stay. */
  readonly clear: () => void;
  readonly unselect: () => void;
};

const NOTHING: ReadonlySet<string> = new Set();

/**
 * A list's state as its address has it: sort, hidden columns (kept per person where the address says nothing), saved
 * views, filters.
 * @param page the list's name, under which its columns and views are kept: "jobs"
 * @param onAddress goes to the list with this search, in place of the present one
 */
export function useListAddress<Search extends ListSearch & RawSearch>(
  page: string,
  search: Search,
  hiddenAtFirst: readonly string[],
  onAddress: (search: RawSearch) => void,
): ListAddress<Search> {
  const [hidden, keepHidden] = useKeptColumns(page, hiddenAtFirst, search.hide);
  const [selection, setSelection] = useState(NOTHING);
  const change = (changes: Partial<Search>) => onAddress({ ...search, ...changes });
  const ofViews = { page, hidden, search, onApply: onAddress };
  return {
    table: {
      sort: sortOf(search.sort),
      onSortChange: (next) => onAddress({ ...search, sort: sortText(next) }),
      hidden,
      onHiddenChange: (next) => {
        keepHidden(next);
        if (search.hide) onAddress({ ...search, hide: [...next] });
      },
      selection,
      onSelectionChange: setSelection,
      toolbarEnd: <SaveView {...ofViews} />,
    },
    views: <SavedViews {...ofViews} />,
    change,
    clear: () => onAddress({ sort: search.sort, hide: search.hide }),
    unselect: () => setSelection(NOTHING),
  };
}
