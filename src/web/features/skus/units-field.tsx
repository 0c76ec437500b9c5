import { type Control, Controller, type FieldPath, type FieldValues } from 'react-hook-form';
import { decimalOfQuantity, quantity } from '#domain/money.ts';
import { readUnits } from '../../lib/read-decimal.ts';
import { DecimalInput } from '../../parts/decimal-input.tsx';
import { Field } from '../../ui/field.tsx';

const writeUnits = (value: number): string => decimalOfQuantity(quantity(value));

export type UnitsFieldProps<Values extends FieldValues> = {
  control: Control<Values>;
  name: FieldPath<Values>;
  label: string;
  error: string | undefined;
  hint?: string | undefined;
};

/** How much of a SKU, as a decimal of its unit. */
export const UnitsField = <Values extends FieldValues>({
  control,
  name,
  label,
  error,
  hint,
}: UnitsFieldProps<Values>) => (
  <Field label={label} required error={error} hint={hint}>
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, onBlur, ref } }) => (
        <DecimalInput
          ref={ref}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          read={readUnits}
          write={writeUnits}
        />
      )}
    />
  </Field>
);
