import { percentOfRate, rate, rateFromPercent } from '#domain/money.ts';
import { DecimalInput, type DecimalInputProps } from '../../parts/decimal-input.tsx';

/** A percentage as people write it, kept in millionths; nothing typed is none. */
export const PercentInput = (props: Pick<DecimalInputProps, 'value' | 'onChange' | 'onBlur'>) => (
  <DecimalInput {...props} after="%" read={readPercent} write={(value) => percentOfRate(rate(value))} />
);

function readPercent(typed: string): number {
  const text = typed.trim().replace(/\s*%$/, '');
  try {
    return text === '' ? 0 : rateFromPercent(text);
  } catch {
    return Number.NaN;
  }
}
