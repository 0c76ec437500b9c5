import { Combobox as Base } from '@base-ui/react/combobox';
import type { ReactNode } from 'react';
import { optionClass, popupClass } from './overlay-class.ts';
import type { SearchState } from './use-async-search.ts';

type ComboboxPopupProps<Entry> = {
  status: SearchState<unknown>['status'];
  empty: boolean;
  emptyText: string;
  keyOf: (entry: Entry) => string;
  renderEntry: (entry: Entry) => ReactNode;
};

/** The list under a Combobox, with what the search is doing in words. */
export function ComboboxPopup<Entry>({
  status,
  empty,
  emptyText,
  keyOf,
  renderEntry,
}: ComboboxPopupProps<Entry>) {
  const failed = status === 'failed';
  const words = failed
    ? 'The search did not answer. Type on to try again.'
    : status === 'searching'
      ? 'Searching…'
      : emptyText;
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} className="z-50">
        <Base.Popup className={popupClass} aria-busy={status === 'searching' || undefined}>
          <Base.Status className={failed ? 'text-xs text-danger' : 'text-xs text-muted'}>
            {(failed || empty) && <p className="px-2 py-1.5">{words}</p>}
          </Base.Status>
          <Base.List aria-label="Choices" className="outline-none">
            {(entry: Entry) => (
              <Base.Item key={keyOf(entry)} value={entry} className={optionClass}>
                {renderEntry(entry)}
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
