import { type ReactNode, type Ref, useCallback } from 'react';
import { Combobox } from '../ui/combobox.tsx';

type Named = { readonly id: number; readonly name: string; readonly active: boolean };

export type SetupPickerProps<Record extends Named> = {
  list: readonly Record[];
  value: number | null;
  onValueChange: (id: number | null) => void;
  /** quiet second line */
  detail?: ((record: Record) => ReactNode) | undefined;
  placeholder?: string | undefined;
  emptyText?: string | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  onBlur?: (() => void) | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** One record of a set-up list by typing parts of its name; those no longer in use are not offered. */
export function SetupPicker<Record extends Named>({
  list,
  value,
  onValueChange,
  detail,
  emptyText = 'Nothing like that in the list.',
  ...rest
}: SetupPickerProps<Record>) {
  const search = useCallback(async (query: string) => matching(list, query), [list]);
  return (
    <Combobox<Record>
      {...rest}
      value={list.find(({ id }) => id === value) ?? null}
      onValueChange={(record) => onValueChange(record?.id ?? null)}
      search={search}
      isLocal
      itemKey={({ id }) => id}
      itemText={({ name }) => name}
      renderItem={(record) => (
        <span className="block min-w-0 leading-4">
          {record.name}
          {detail && <span className="block truncate text-xs text-muted">{detail(record)}</span>}
        </span>
      )}
      emptyText={emptyText}
    />
  );
}

/** Every word typed begins a word of the name; names that begin with it come first, then by the alphabet. */
export function matching<Record extends Named>(list: readonly Record[], query: string): Record[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  const rank = ({ name }: Record) => (name.toLowerCase().startsWith(first) ? 0 : 1);
  return list
    .filter(({ active, name }) => {
      const parts = name.toLowerCase().split(/[\s,]+/);
      return active && words.every((word) => parts.some((part) => part.startsWith(word)));
    })
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en-US'));
}
