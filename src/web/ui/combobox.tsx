import { Combobox as Base } from '@base-ui/react/combobox';
import { clsx } from 'clsx';
import { type ReactNode, type Ref, useMemo, useState } from 'react';
import { ComboboxPopup } from './combobox-popup.tsx';
import { type ControlSize, controlClass } from './control-class.ts';
import { useFieldWiring } from './field.tsx';
import { type AsyncSearch, useAsyncSearch } from './use-async-search.ts';

export type ComboboxProps<Item> = {
  value: Item | null;
  onValueChange: (item: Item | null) => void;
  /** asked while typing; keep it the same function between renders (module scope, useCallback) */
  search: AsyncSearch<Item>;
  itemKey: (item: Item) => string | number;
  /** what stands in the field once chosen */
  itemText: (item: Item) => string;
  /** what stands in the list; the text when left out */
  renderItem?: ((item: Item) => ReactNode) | undefined;
  /** letters needed before it asks; 0 asks on opening */
  minLength?: number | undefined;
  /** a last row such as "+ New customer “lop…”" */
  create?: { label: (query: string) => ReactNode; onCreate: (query: string) => void } | undefined;
  placeholder?: string | undefined;
  emptyText?: string | undefined;
  size?: ControlSize | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  before?: ReactNode;
  'aria-label'?: string | undefined;
  onBlur?: (() => void) | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
  className?: string | undefined;
};

/** Type-ahead over a server or a long list: first match lit, Enter takes it, Escape gives up. */
export function Combobox<Item>({
  value,
  onValueChange,
  search,
  itemKey,
  itemText,
  renderItem = itemText,
  minLength = 0,
  create,
  placeholder,
  emptyText = 'Nothing found.',
  size,
  disabled,
  autoFocus,
  before,
  onBlur,
  ref,
  className,
  ...rest
}: ComboboxProps<Item>) {
  const wiring = useFieldWiring();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState<string | null>(null);
  const typed = (query ?? '').trim();
  const found = useAsyncSearch(search, typed, open && typed.length >= minLength);
  // The chosen item must be among the items, or Base UI shows nothing for it.
  const items = useMemo(
    () =>
      value && !found.items.some((item) => itemKey(item) === itemKey(value))
        ? [...found.items, value]
        : found.items,
    [found.items, value, itemKey],
  );
  return (
    <Base.Root
      items={items}
      filteredItems={found.items}
      value={value}
      onValueChange={(next) => onValueChange(next as Item | null)}
      itemToStringLabel={itemText}
      isItemEqualToValue={(a, b) => itemKey(a) === itemKey(b)}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) setQuery(null);
      }}
      onInputValueChange={(next, { reason }) => setQuery(reason === 'input-change' ? next : null)}
      autoHighlight
      disabled={disabled}
    >
      <span className={clsx('relative block', className)}>
        {before && (
          <span className="pointer-events-none absolute inset-y-0 left-0 grid w-8 place-items-center text-muted [&_svg]:size-4">
            {before}
          </span>
        )}
        <Base.Input
          ref={ref}
          onBlur={onBlur}
          placeholder={placeholder}
          autoFocus={autoFocus}
          aria-label={rest['aria-label']}
          {...wiring}
          className={clsx(controlClass(size), before && 'pl-8')}
        />
      </span>
      <ComboboxPopup
        status={found.status}
        empty={found.items.length === 0}
        emptyText={typed.length < minLength ? `Type ${minLength} letters or more.` : emptyText}
        itemKey={itemKey}
        renderItem={renderItem}
        create={
          create && typed
            ? {
                label: create.label(typed),
                onCreate: () => {
                  setOpen(false);
                  create.onCreate(typed);
                },
              }
            : undefined
        }
      />
    </Base.Root>
  );
}
