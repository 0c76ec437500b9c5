import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import type { Vendor } from '#contract/vendor.ts';
import { LONGEST_VENDOR_MEMO } from '#domain/lengths.ts';
import { DELIVERY_OPTIONS } from '#domain/vendor/delivery.ts';
import { setupQueries } from '../../data/setup.ts';
import { DELIVERY_WORDS } from '../../lib/delivery-words.ts';
import { KeyInput, keyOf } from '../../parts/key-input.tsx';
import { TagChoice } from '../../parts/tag-names.tsx';
import { type PickedVendor, VendorPicker } from '../../parts/vendor-picker.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { wrongOf } from './form-error.ts';
import { PercentInput } from './percent-input.tsx';
import { Heading } from './vendor-fields.tsx';
import type { VendorTyped } from './vendor-values.ts';

/** The list cannot offer null, so no term has a number that no record has. */
const NO_TERM = 0;

export type VendorBuyingProps = {
  vendor: Vendor | null;
  /** What the form was refused with. */
  refused: unknown;
};

/** How one buys from the vendor: orders, payment, tolerances; and what else is known of it. */
export function VendorBuying({ vendor, refused }: VendorBuyingProps) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { register, control, formState } = useFormContext<VendorTyped>();
  const wrong = (name: keyof VendorTyped) => wrongOf(formState.errors, name);
  const [remittance, setRemittance] = useState<PickedVendor | null>(
    vendor?.remittanceVendorId == null
      ? null
      : { id: vendor.remittanceVendorId, name: vendor.remittanceVendorName ?? '' },
  );
  const percent = (
    name: 'defaultTaxRate' | 'overReceiptTolerance' | 'priceTolerance',
    label: string,
    hint: string,
  ) => (
    <Field label={label} hint={hint} error={wrong(name)} className="col-span-2">
      <Controller
        control={control}
        name={name}
        render={({ field }) => (
          <PercentInput value={field.value ?? 0} onChange={field.onChange} onBlur={field.onBlur} />
        )}
      />
    </Field>
  );
  const terms = setup.paymentTerms.filter(({ id, active }) => active || id === vendor?.paymentTermId);
  return (
    <div className="grid content-start grid-cols-6 gap-x-3 gap-y-2.5">
      <Field label="Orders go out" error={wrong('deliveryOption')} className="col-span-3">
        <Controller
          control={control}
          name="deliveryOption"
          render={({ field }) => (
            <Select
              value={field.value ?? 'Manual'}
              onValueChange={field.onChange}
              options={DELIVERY_OPTIONS.map((value) => ({ value, label: DELIVERY_WORDS[value] }))}
            />
          )}
        />
      </Field>
      <Field label="Payment term" error={wrong('paymentTermId')} className="col-span-3">
        <Controller
          control={control}
          name="paymentTermId"
          render={({ field }) => (
            <Select
              value={field.value ?? NO_TERM}
              onValueChange={(id) => field.onChange(id === NO_TERM ? null : id)}
              options={[
                { value: NO_TERM, label: 'None: due on receipt' },
                ...terms.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        />
      </Field>
      <Field
        label="Remit to"
        hint="Another vendor that is paid in its place. Empty: itself."
        error={wrong('remittanceVendorId')}
        className="col-span-6"
      >
        <Controller
          control={control}
          name="remittanceVendorId"
          render={({ field }) => (
            <VendorPicker
              value={remittance}
              except={vendor?.id}
              onValueChange={(one) => {
                setRemittance(one);
                field.onChange(one?.id ?? null);
              }}
            />
          )}
        />
      </Field>
      {percent('defaultTaxRate', 'Default tax', 'Of an order’s subtotal.')}
      {percent('overReceiptTolerance', 'Over-receipt', 'More than ordered is taken up to this.')}
      {percent('priceTolerance', 'Price difference', 'A bill’s price may be off by this.')}
      <Heading>Besides</Heading>
      <Field label="Tags" className="col-span-6">
        <Controller
          control={control}
          name="tagIds"
          render={({ field }) => (
            <TagChoice label="Tags" value={field.value ?? []} onValueChange={field.onChange} />
          )}
        />
      </Field>
      <Field label="Memo" error={wrong('memo')} className="col-span-6">
        <TextArea rows={3} {...register('memo')} maxLength={LONGEST_VENDOR_MEMO} />
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
