import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import type { Sku } from '#contract/sku.ts';
import { LONGEST_NAME, LONGEST_SKU } from '#domain/lengths.ts';
import { decimalOfUnitPrice, unitPrice } from '#domain/money.ts';
import { isStocked, SKU_KINDS, type SkuKind } from '#domain/sku/sku.ts';
import { setupRecordQueries } from '../../data/setup-records.ts';
import { readCost } from '../../lib/read-decimal.ts';
import { DecimalInput } from '../../parts/decimal-input.tsx';
import { KeyInput, keyOf } from '../../parts/key-input.tsx';
import { SetupPicker } from '../../parts/setup-picker.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { wrongOf } from './form-error.ts';
import { PriceField } from './price-field.tsx';
import type { SkuTyped } from './sku-values.ts';

const KINDS = SKU_KINDS.map((value) => ({ value, label: value }));
const writeCost = (value: number): string => decimalOfUnitPrice(unitPrice(value));

export type SkuFieldsProps = {
  sku: Sku | null;
  /** What the form was refused with. */
  refused: unknown;
};

/** What a SKU is called, what it is, what it costs. */
export function SkuFields({ sku, refused }: SkuFieldsProps) {
  const { register, control, formState, setValue } = useFormContext<SkuTyped>();
  const kind = useWatch({ control, name: 'kind' });
  const accounts = useAccounts();
  const wrong = (name: keyof SkuTyped) => wrongOf(formState.errors, name);
  const take = (next: SkuKind) => {
    setValue('kind', next, { shouldDirty: true });
    // A service lies nowhere, so no unit of it has a number.
    if (!isStocked({ kind: next })) setValue('serialized', false, { shouldDirty: true });
  };
  return (
    <div className="grid grid-cols-6 gap-x-3 gap-y-2.5">
      <Field label="Code" required error={wrong('code')} className="col-span-2">
        <TextField {...register('code')} maxLength={LONGEST_SKU.code} />
      </Field>
      <Field label="Name" required error={wrong('name')} className="col-span-4">
        <TextField {...register('name')} maxLength={LONGEST_NAME} />
      </Field>
      <Field label="Kind" error={wrong('kind')} className="col-span-2">
        <Select value={kind} onValueChange={take} options={KINDS} />
      </Field>
      <Field label="Unit" hint="each, ft, box" error={wrong('unit')} className="col-span-2">
        <TextField {...register('unit')} maxLength={LONGEST_SKU.unit} />
      </Field>
      <Field label="Cost" hint="Of one of it" error={wrong('cost')} className="col-span-2">
        <Controller
          control={control}
          name="cost"
          render={({ field: { value, onChange, onBlur, ref } }) => (
            <DecimalInput
              ref={ref}
              value={value ?? 0}
              onChange={onChange}
              onBlur={onBlur}
              read={readCost}
              write={writeCost}
            />
          )}
        />
      </Field>
      <PriceField kind={kind} error={wrong('price')} />
      <div className="col-span-4 flex flex-wrap items-center gap-x-6">
        <Checkbox label="Taxable" {...register('taxable')} />
        <Checkbox
          label="Each unit has a serial number"
          {...register('serialized')}
          disabled={!isStocked({ kind })}
        />
      </div>
      <Field label="GL account" error={wrong('glAccountId')} className="col-span-6">
        <Controller
          control={control}
          name="glAccountId"
          render={({ field: { value, onChange, onBlur, ref } }) => (
            <SetupPicker
              ref={ref}
              list={accounts}
              value={value ?? null}
              onValueChange={onChange}
              onBlur={onBlur}
              placeholder={sku?.glAccountName ?? 'Number or name'}
              emptyText="No account like that in the books."
            />
          )}
        />
      </Field>
      <Field label="Description" error={wrong('description')} className="col-span-6">
        <TextArea rows={3} {...register('description')} maxLength={LONGEST_SKU.description} />
      </Field>
      <KeyInput
        {...register('externalKey', { setValueAs: keyOf })}
        message={wrong('externalKey')}
        refused={refused}
        className="col-span-6"
      />
    </div>
  );
}

/** The accounts of the books by number and name, as people look for them. */
function useAccounts() {
  const { data } = useQuery(setupRecordQueries.list('glAccount'));
  return useMemo(
    () =>
      (data?.items ?? []).map(({ id, active, values }) => ({
        id,
        active,
        name: `${values.number} ${values.name}`,
      })),
    [data],
  );
}
