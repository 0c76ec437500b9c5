/** Amounts and tax as they are typed on an order. */
import type { OrderCardView } from '#contract/purchase-order.ts';
import {
  cents,
  centsFromDecimal,
  decimalOfCents,
  percentOfRate,
  rate,
  rateFromPercent,
} from '#domain/money.ts';
import { typedNumber } from '../../lib/typed-number.ts';
import { DecimalInput } from '../../parts/decimal-input.tsx';
import type { FieldEdit } from '../../parts/editable-field.tsx';
import { FieldBoundary } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

/** Of money; nothing typed is nothing. NaN for what is no amount. */
export const readAmount = (typed: string): number => {
  const read = typedNumber(typed.replace(/^\s*\$/, ''), centsFromDecimal);
  return read === null ? 0 : (read ?? Number.NaN);
};
const readRate = (typed: string): number => {
  const read = typedNumber(typed.replace(/\s*%\s*$/, ''), rateFromPercent);
  return read === null ? 0 : (read ?? Number.NaN);
};

export const AmountControl = ({ value, onChange }: FieldEdit<number>) => (
  <DecimalInput
    value={value}
    onChange={onChange}
    onBlur={() => {}}
    read={readAmount}
    write={(amount) => decimalOfCents(cents(amount))}
  />
);

type Tax = OrderCardView['order']['tax'];

/** A rate of the subtotal, or an amount typed over it as the vendor says it (§5). */
export function TaxControl({ value, onChange }: FieldEdit<Tax>) {
  return (
    <span className="flex flex-col gap-1">
      {value.kind === 'Rate' ? (
        <DecimalInput
          key="rate"
          value={value.rate}
          onChange={(next) => onChange({ kind: 'Rate', rate: next })}
          onBlur={() => {}}
          read={readRate}
          write={(share) => percentOfRate(rate(share))}
          after="%"
        />
      ) : (
        <DecimalInput
          key="typed"
          value={value.cents}
          onChange={(next) => onChange({ kind: 'Typed', cents: next })}
          onBlur={() => {}}
          read={readAmount}
          write={(amount) => decimalOfCents(cents(amount))}
        />
      )}
      <FieldBoundary>
        <Select
          aria-label="Tax is given as"
          size="dense"
          value={value.kind}
          onValueChange={(kind) =>
            onChange(kind === 'Rate' ? { kind: 'Rate', rate: 0 } : { kind: 'Typed', cents: 0 })
          }
          options={[
            { value: 'Rate', label: 'Rate' },
            { value: 'Typed', label: 'Amount' },
          ]}
        />
      </FieldBoundary>
    </span>
  );
}
