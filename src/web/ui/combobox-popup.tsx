import { Combobox as Base } from '@base-ui/react/combobox';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { optionClass, popupClass } from './overlay-class.ts';
import type { SearchState } from './use-async-search.ts';

type ComboboxPopupProps<Item> = {
  status: SearchState<Item>['status'];
  empty: boolean;
  emptyText: string;
  itemKey: (item: Item) => string | number;
  renderItem: (item: Item) => ReactNode;
  create: { label: ReactNode; onCreate: () => void } | undefined;
};

/** The list under a Combobox, with what the search is doing in words. */
export function ComboboxPopup<Item>({
  status,
  empty,
  emptyText,
  itemKey,
  renderItem,
  create,
}: ComboboxPopupProps<Item>) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} className="z-50">
        <Base.Popup className={popupClass} aria-busy={status === 'searching' || undefined}>
          <Base.Status className="text-xs text-muted">
            {status === 'searching' && empty && <p className="px-2 py-1.5">Searching…</p>}
            {status === 'failed' && (
              <p className="px-2 py-1.5 text-danger">The search did not answer. Type on to try again.</p>
            )}
            {status !== 'searching' && status !== 'failed' && empty && (
              <p className="px-2 py-1.5">{emptyText}</p>
            )}
          </Base.Status>
          <Base.List className="outline-none">
            {(item: Item) => (
              <Base.Item key={itemKey(item)} value={item} className={optionClass}>
                {renderItem(item)}
              </Base.Item>
            )}
          </Base.List>
          {create && (
            <button
              type="button"
              onClick={create.onCreate}
              className={clsx(optionClass, 'w-full text-accent focus-inset hover:bg-hover')}
            >
              {create.label}
            </button>
          )}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
