import { type Control, Controller, type FieldPath } from 'react-hook-form';
import { DecimalInput } from '../decimal-input.tsx';
import type { ItemTyped } from './item-values.ts';

/** Stands for a field left empty where that says something: any quantity, nobody said how soon. */
const EMPTY = -1;

export type NumberInputProps = {
  control: Control<ItemTyped>;
  name: FieldPath<ItemTyped>;
  /** NaN for what is no such number. */
  read: (typed: string) => number;
  write: (value: number) => string;
  after?: string | undefined;
  /** Nothing typed is kept as nothing. */
  mayBeEmpty?: boolean;
};

/** A number of an item as people write it. */
export const NumberInput = ({ control, name, read, write, after, mayBeEmpty }: NumberInputProps) => (
  <Controller
    control={control}
    name={name}
    render={({ field: { value, onChange, onBlur, ref } }) => (
      <DecimalInput
        ref={ref}
        after={after}
        value={typeof value === 'number' ? value : EMPTY}
        onChange={(next) => onChange(next === EMPTY ? null : next)}
        onBlur={onBlur}
        read={(typed) => (mayBeEmpty && typed.trim() === '' ? EMPTY : read(typed))}
        write={(kept) => (kept === EMPTY ? '' : write(kept))}
      />
    )}
  />
);
