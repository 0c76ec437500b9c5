/** What the toolbars of all lists narrow by: words, one or several of a list, a customer; "Clear all" behind them. */
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { customerQueries } from '../data/customers.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { FilterChip, type FilterChipProps } from '../ui/filter-chip.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useTypedFilter } from './use-typed-filter.ts';

type Named = { readonly id: number; readonly name: string; readonly active: boolean };

/** The records of a list that are in use, to choose from. */
export const optionsOf = (list: readonly Named[]) =>
  list.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }));

/** The values of a fixed list by what they are called. */
export const wordedOptions = <Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
) => values.map((value) => ({ value, label: words[value] }));

export type WordsFilterProps = {
  /** "Search jobs". */
  label: string;
  placeholder: string;
  q: string | undefined;
  onSearch: (q: string | undefined) => void;
};

/** Words, sent after a pause in typing. */
export function WordsFilter({ label, placeholder, q, onSearch }: WordsFilterProps) {
  const typed = useTypedFilter(q ?? '', onSearch);
  return (
    <span className="w-56">
      <TextField
        type="search"
        size="dense"
        aria-label={label}
        placeholder={placeholder}
        before={<Search aria-hidden />}
        {...typed}
      />
    </span>
  );
}

type ChipOf<Value extends string | number> = Pick<FilterChipProps<Value>, 'label' | 'options'>;

/** Several at once; none is no filter. */
export function SomeOf<Value extends string | number>({
  value = [],
  onChange,
  ...chip
}: ChipOf<Value> & { value: readonly Value[] | undefined; onChange: (value: Value[] | undefined) => void }) {
  return (
    <FilterChip<Value>
      {...chip}
      value={value}
      onValueChange={(next) => onChange(next.length > 0 ? next : undefined)}
    />
  );
}

/** One at a time: the one ticked last. */
export function OneOf<Value extends string | number>({
  value,
  onChange,
  ...chip
}: ChipOf<Value> & { value: Value | undefined; onChange: (value: Value | undefined) => void }) {
  return (
    <FilterChip<Value>
      {...chip}
      value={value === undefined ? [] : [value]}
      onValueChange={(next) => onChange(next.findLast((one) => one !== value))}
    />
  );
}

/** Whose: set by a link from the customer's page, taken off here. */
export function CustomerFilter({ id, onRemove }: { id: number | undefined; onRemove: () => void }) {
  const { data } = useQuery({ ...customerQueries.detail(id ?? 0), enabled: id !== undefined });
  if (id === undefined) return null;
  return (
    <Chip tone="on" onRemove={onRemove} removeLabel="Any customer">
      Customer <b className="font-semibold">{data?.name ?? `(${id})`}</b>
    </Chip>
  );
}

export type LinkedFilterProps = {
  /** What it is of: "Order". */
  of: string;
  id: number | undefined;
  /** Undefined as long as it is being read, or where only the id is known. */
  name?: string | number | undefined;
  onRemove: () => void;
};

/** Of which other record: set by a link from its page, taken off here. */
export function LinkedFilter({ of, id, name, onRemove }: LinkedFilterProps) {
  if (id === undefined) return null;
  return (
    <Chip tone="on" removeLabel={`Of any ${of.toLowerCase()}`} onRemove={onRemove}>
      {of} {name ?? `(${id})`}
    </Chip>
  );
}

export function ClearAll({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered) return null;
  return (
    // As high as the chips beside it: the list does not move when the first filter is set.
    <Button variant="ghost" className="-my-0.5" onClick={onClear}>
      Clear all
    </Button>
  );
}
