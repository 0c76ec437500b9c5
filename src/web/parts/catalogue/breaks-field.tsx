import { Plus, X } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { decimalOfQuantity, decimalOfUnitPrice, quantity, unitPrice } from '#domain/money.ts';
import { MOST_BREAKS } from '#domain/vendor/catalogue.ts';
import { readPrice, readUnits } from '../../lib/read-decimal.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { wrongOf } from './item-error.ts';
import type { ItemTyped, ItemValues } from './item-values.ts';
import { NumberInput } from './number-field.tsx';

/** From how many on one costs less, from below upwards. */
export function BreaksField({ unit }: { unit: string }) {
  const { control, formState } = useFormContext<ItemTyped, unknown, ItemValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'priceBreaks' });
  const errors = formState.errors.priceBreaks;
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className="mb-1 text-xs text-muted">Price breaks</legend>
      <div className="flex flex-col gap-2">
        {fields.map(({ id }, at) => (
          <div key={id} className="flex items-end gap-2">
            <Field
              label={`From (${unit})`}
              error={wrongOf(errors?.[at]?.from, 'from')}
              className="min-w-0 flex-1"
            >
              <NumberInput
                control={control}
                name={`priceBreaks.${at}.from`}
                read={readUnits}
                write={(value) => decimalOfQuantity(quantity(value))}
              />
            </Field>
            <Field
              label="Cost of each"
              error={wrongOf(errors?.[at]?.cost, 'cost')}
              className="min-w-0 flex-1"
            >
              <NumberInput
                control={control}
                name={`priceBreaks.${at}.cost`}
                read={readPrice}
                write={(value) => decimalOfUnitPrice(unitPrice(value))}
              />
            </Field>
            <IconButton
              label={`Remove price break ${at + 1}`}
              icon={<X aria-hidden />}
              onClick={() => remove(at)}
            />
          </div>
        ))}
        <div>
          <Button
            variant="ghost"
            icon={<Plus aria-hidden />}
            disabled={fields.length >= MOST_BREAKS}
            onClick={() => append({ from: Number.NaN, cost: Number.NaN })}
          >
            Add a price break
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
