import { Field } from '../../../ui/field.tsx';
import { AmountControl, TaxControl } from '../amount-controls.tsx';
import type { GivenTax, NewOrderField, NewOrderValues } from './new-order-values.ts';

export type NewOrderAmountsProps = {
  /** As it is shown: what was chosen, else the vendor's. */
  tax: GivenTax;
  shippingCents: number;
  wrong: ReadonlyMap<NewOrderField, string>;
  onChange: (changes: Partial<NewOrderValues>) => void;
};

/** Tax and freight, below the lines they come on top of. */
export const NewOrderAmounts = ({ tax, shippingCents, wrong, onChange }: NewOrderAmountsProps) => (
  <div className="ml-auto flex w-72 max-w-full gap-3 [&>div]:flex-1">
    <div data-asks="tax">
      <Field label="Tax" error={wrong.get('tax')}>
        <TaxControl value={tax} onChange={(next) => onChange({ tax: next })} disabled={false} />
      </Field>
    </div>
    <div data-asks="shippingCents">
      <Field label="Shipping" error={wrong.get('shippingCents')}>
        <AmountControl
          value={shippingCents}
          onChange={(next) => onChange({ shippingCents: next })}
          disabled={false}
        />
      </Field>
    </div>
  </div>
);
