import { Combobox as Base } from '@base-ui/react/combobox';
import { clsx } from 'clsx';
import { type ReactNode, type Ref, useEffect, useMemo, useState } from 'react';
import { ComboboxPopup } from './combobox-popup.tsx';
import { type ControlSize, controlClass } from './control-class.ts';
import { useFieldLabelId, useFieldWiring } from './field.tsx';
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
  /** the list is already here: it is asked at every letter, without waiting for a pause */
  isLocal?: boolean | undefined;
  /** letters needed before it asks; 0 asks on opening */
  minLength?: number | undefined;
  /** a last row such as "+ New customer “lop…”", taken with Enter like the others */
  create?: { label: (query: string) => ReactNode; onCreate: (query: string) => void } | undefined;
  placeholder?: string | undefined;
  emptyText?: string | undefined;
  size?: ControlSize | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  /** a sign in front, such as a magnifier */
  before?: ReactNode;
  /** outside a Field */
  'aria-label'?: string | undefined;
  onBlur?: (() => void) | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
  className?: string | undefined;
};

/** A row of the list: something found, or the offer to make what was typed. */
export type ComboboxEntry<Item> = { found: Item } | { make: string };

/** Type-ahead over a server or a long list: first match lit, Enter takes it, Escape gives up. */
export function Combobox<Item>(props: ComboboxProps<Item>) {
  const { value, search, itemKey, itemText, minLength = 0, create, before } = props;
  const wiring = useFieldWiring();
  const labelId = useFieldLabelId();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState<string | null>(null);
  const typed = (query ?? '').trim();
  const found = useAsyncSearch(
    search,
    typed,
    open && typed.length >= minLength,
    props.isLocal ? 0 : undefined,
  );
  // Enter came before the answer to what was typed: the first of that answer is what was meant.
  const [wanted, setWanted] = useState<string | null>(null);
  const canMake = create !== undefined && typed !== '';
  const entries = useMemo<ComboboxEntry<Item>[]>(
    () => [...found.items.map((item) => ({ found: item })), ...(canMake ? [{ make: typed }] : [])],
    [found.items, canMake, typed],
  );
  const keyOf = (entry: ComboboxEntry<Item>) =>
    'found' in entry ? `found ${itemKey(entry.found)}` : `make ${entry.make}`;
  const chosen = useMemo(() => (value === null ? null : { found: value }), [value]);
  const take = (entry: ComboboxEntry<Item> | null) => {
    if (entry && 'make' in entry) create?.onCreate(entry.make);
    else props.onValueChange(entry?.found ?? null);
  };
  useEffect(() => {
    if (wanted === null || (wanted === typed && found.status === 'searching')) return;
    setWanted(null);
    const [first] = entries;
    if (wanted !== typed || first === undefined) return;
    setOpen(false);
    setQuery(null);
    if ('make' in first) create?.onCreate(first.make);
    else props.onValueChange(first.found);
  });
  return (
    <Base.Root<ComboboxEntry<Item>>
      items={entries}
      filteredItems={entries}
      value={chosen}
      onValueChange={take}
      itemToStringLabel={(entry) => ('found' in entry ? itemText(entry.found) : entry.make)}
      isItemEqualToValue={(a, b) => keyOf(a) === keyOf(b)}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) setQuery(null);
      }}
      onInputValueChange={(next, { reason }) => setQuery(reason === 'input-change' ? next : null)}
      autoHighlight
      disabled={props.disabled}
    >
      <span className={clsx('relative block', props.className)}>
        {before && (
          <span className="pointer-events-none absolute inset-y-0 left-0 grid w-8 place-items-center text-muted [&_svg]:size-4">
            {before}
          </span>
        )}
        <Base.Input
          ref={props.ref}
          onBlur={props.onBlur}
          placeholder={props.placeholder}
          autoFocus={props.autoFocus}
          onKeyDown={(event) => {
            if (
              event.key !== 'Enter' ||
              typed.length < Math.max(1, minLength) ||
              found.status !== 'searching'
            )
              return;
            event.preventDefault();
            event.preventBaseUIHandler();
            setWanted(typed);
          }}
          aria-label={props['aria-label']}
          aria-labelledby={labelId}
          {...wiring}
          className={clsx(controlClass(props.size), before && 'pl-8')}
        />
      </span>
      <ComboboxPopup
        status={found.status}
        empty={found.items.length === 0}
        emptyText={
          typed.length < minLength
            ? `Type ${minLength} letters or more.`
            : (props.emptyText ?? 'Nothing found.')
        }
        keyOf={keyOf}
        renderEntry={(entry: ComboboxEntry<Item>) =>
          'found' in entry ? (
            (props.renderItem ?? itemText)(entry.found)
          ) : (
            <span className="text-accent">{create?.label(entry.make)}</span>
          )
        }
      />
    </Base.Root>
  );
}
