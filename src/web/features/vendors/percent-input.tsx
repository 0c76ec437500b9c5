import { useState } from 'react';
import { percentOfRate, rate, rateFromPercent } from '#domain/money.ts';
import { TextField } from '../../ui/text-field.tsx';

export type PercentInputProps = {
  /** In millionths. */
  value: number;
  /** NaN for what is no percentage: the contract's rule refuses it. */
  onChange: (rate: number) => void;
  onBlur: () => void;
};

/** A percentage as people write it; nothing typed is none. What is typed stays as it is until the box is left. */
export function PercentInput({ value, onChange, onBlur }: PercentInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = Number.isNaN(value) ? '' : percentOfRate(rate(value));
  return (
    <TextField
      numeric
      inputMode="decimal"
      after="%"
      value={typed ?? shown}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(readPercent(target.value));
      }}
      onBlur={() => {
        if (typed !== null && !Number.isNaN(readPercent(typed))) setTyped(null);
        onBlur();
      }}
    />
  );
}

function readPercent(typed: string): number {
  const text = typed.trim().replace(/\s*%$/, '');
  try {
    return text === '' ? 0 : rateFromPercent(text);
  } catch {
    return Number.NaN;
  }
}
