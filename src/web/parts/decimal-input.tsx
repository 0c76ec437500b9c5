import { type Ref, useState } from 'react';
import { TextField } from '../ui/text-field.tsx';

export type DecimalInputProps = {
  /** As it is kept, a whole number; NaN: nothing that can be kept stands there. */
  value: number;
  /** NaN for what is no such number: the contract's rule refuses it. */
  onChange: (value: number) => void;
  onBlur: () => void;
  /** NaN for what is no such number. */
  read: (typed: string) => number;
  write: (value: number) => string;
  /** "%", the unit. */
  after?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** A number with places behind its point as people write it. What is typed stays as it is until the box is left. */
export function DecimalInput({ value, onChange, onBlur, read, write, after, ref }: DecimalInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = Number.isNaN(value) ? '' : write(value);
  return (
    <TextField
      ref={ref}
      numeric
      inputMode="decimal"
      after={after}
      value={typed ?? shown}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(read(target.value));
      }}
      onBlur={() => {
        if (typed !== null && !Number.isNaN(read(typed))) setTyped(null);
        onBlur();
      }}
    />
  );
}
