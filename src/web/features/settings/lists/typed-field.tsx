import { useState } from 'react';
import type { SetupValue } from '#domain/setup/fields.ts';
import { TextField } from '../../../ui/text-field.tsx';

export type TypedFieldProps = {
  value: SetupValue;
  onChange: (value: SetupValue) => void;
  onBlur: () => void;
  /** How a value reads in the box. */
  text: (value: SetupValue) => string;
  /** null: nothing was typed; undefined: it cannot be read. */
  read: (typed: string) => SetupValue | undefined;
  numeric?: boolean;
  placeholder?: string;
  after?: string;
  /** Of a datalist. */
  list?: string;
};

/** A value that is typed as text: what is typed stays as it is until the box is left, then it reads as it was taken. */
export function TypedField({ value, onChange, onBlur, text, read, ...look }: TypedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      {...look}
      inputMode={look.numeric ? 'decimal' : 'text'}
      value={typed ?? (typeof value === 'string' && look.numeric ? value : text(value))}
      onChange={({ target }) => {
        setTyped(target.value);
        const taken = target.value.trim() === '' ? null : read(target.value);
        // What cannot be read goes into the form as it is, whose schema then says so.
        onChange(taken === undefined ? target.value : taken);
      }}
      onBlur={() => {
        if (typed === null || typed.trim() === '' || read(typed) !== undefined) setTyped(null);
        onBlur();
      }}
    />
  );
}
