import { Controller, useFormContext } from 'react-hook-form';
import { LONGEST_CATALOGUE } from '#domain/lengths.ts';
import { decimalOfQuantity, decimalOfUnitPrice, quantity, unitPrice } from '#domain/money.ts';
import { readPrice, readUnits } from '../../lib/read-decimal.ts';
import { typedNumber } from '../../lib/typed-number.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { KeyInput, keyOf } from '../key-input.tsx';
import { type PickedSku, SkuPicker } from '../sku-picker.tsx';
import { type PickedVendor, VendorPicker } from '../vendor-picker.tsx';
import { BreaksField } from './breaks-field.tsx';
import { wrongOf } from './item-error.ts';
import type { ItemTyped, ItemValues } from './item-values.ts';
import { NumberInput } from './number-field.tsx';

/** Whole days; "3.5" is refused like "soon". */
const readDays = (typed: string): number => {
  const days = typedNumber(typed, Number) ?? Number.NaN;
  return Number.isInteger(days) ? days : Number.NaN;
};

export type ItemFieldsProps = {
  sku: PickedSku | null;
  /** null: it is given. */
  onSku: ((sku: PickedSku | null) => void) | null;
  vendor: PickedVendor | null;
  onVendor: ((vendor: PickedVendor | null) => void) | null;
  /** What the form was refused with. */
  refused: unknown;
};

/** What a vendor calls a SKU, what it costs there, how soon it comes. */
export function ItemFields({ sku, onSku, vendor, onVendor, refused }: ItemFieldsProps) {
  const { control, register, formState } = useFormContext<ItemTyped, unknown, ItemValues>();
  const wrong = (name: Exclude<keyof ItemTyped, 'priceBreaks'>) => wrongOf(formState.errors[name], name);
  const unit = sku?.unit ?? 'each';
  return (
    <div className="grid grid-cols-6 gap-x-3 gap-y-2.5">
      {onSku && (
        <Field label="SKU" required error={wrong('skuId')} className="col-span-6">
          <Controller
            control={control}
            name="skuId"
            render={({ field }) => (
              <SkuPicker
                autoFocus
                value={sku}
                onValueChange={(next) => {
                  onSku(next);
                  field.onChange(next?.id ?? 0);
                }}
              />
            )}
          />
        </Field>
      )}
      {onVendor && (
        <Field label="Vendor" required error={wrong('vendorId')} className="col-span-6">
          <Controller
            control={control}
            name="vendorId"
            render={({ field }) => (
              <VendorPicker
                value={vendor}
                onValueChange={(next) => {
                  onVendor(next);
                  field.onChange(next?.id ?? 0);
                }}
              />
            )}
          />
        </Field>
      )}
      <Field
        label="Vendor part number"
        error={wrong('vendorPartNumber')}
        className="col-span-3"
        hint="As their papers have it"
      >
        <TextField {...register('vendorPartNumber')} maxLength={LONGEST_CATALOGUE.partNumber} />
      </Field>
      <Field
        label="Cost"
        required
        hint={unit === 'each' ? 'Of one of it' : `Of one ${unit}`}
        error={wrong('cost')}
        className="col-span-3"
      >
        <NumberInput
          control={control}
          name="cost"
          read={readPrice}
          write={(value) => decimalOfUnitPrice(unitPrice(value))}
        />
      </Field>
      <Field label="Lead time" hint="From order to delivery" error={wrong('leadDays')} className="col-span-3">
        <NumberInput
          control={control}
          name="leadDays"
          read={readDays}
          write={String}
          after="days"
          mayBeEmpty
        />
      </Field>
      <Field
        label="Least to order"
        hint="They sell no less of it"
        error={wrong('minQuantity')}
        className="col-span-3"
      >
        <NumberInput
          control={control}
          name="minQuantity"
          read={readUnits}
          write={(value) => decimalOfQuantity(quantity(value))}
          after={unit}
          mayBeEmpty
        />
      </Field>
      <div className="col-span-6">
        <BreaksField unit={unit} />
      </div>
      <Field
        label="Description"
        hint="In the vendor’s words"
        error={wrong('description')}
        className="col-span-6"
      >
        <TextField {...register('description')} maxLength={LONGEST_CATALOGUE.description} />
      </Field>
      <div className="col-span-6">
        <Checkbox
          label="Preferred: the SKU is bought here unless somebody says otherwise"
          {...register('preferred')}
        />
      </div>
      <KeyInput
        {...register('externalKey', { setValueAs: keyOf })}
        message={wrong('externalKey')}
        refused={refused}
        className="col-span-6"
      />
    </div>
  );
}
