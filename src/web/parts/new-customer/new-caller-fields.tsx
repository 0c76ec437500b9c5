import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { CUSTOMER_TYPES } from '#contract/customer.ts';
import { ADDRESS_LENGTHS, LONGEST_NAME } from '#domain/lengths.ts';
import { typedAddress } from '#domain/typed-address.ts';
import { setupQueries } from '../../data/setup.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useZoneOfZip } from '../use-zone-of-zip.ts';
import { ZoneChoice } from '../zone-choice.tsx';
import type { NewCaller } from './new-caller.ts';

/** A customer nobody knows yet, filled with what was typed into the search. */
export function NewCustomerFields() {
  const { register, formState } = useFormContext<NewCaller>();
  const errors = formState.errors.newCustomer;
  return (
    <div className="grid gap-y-2">
      <Field label="Name" required error={errors?.name?.message}>
        <TextField {...register('newCustomer.name')} maxLength={LONGEST_NAME} />
      </Field>
      <Field label="Phone" error={errors?.phone?.message}>
        <TextField type="tel" {...register('newCustomer.phone')} />
      </Field>
    </div>
  );
}

/** Beside the way of the call: Tab goes there, Enter passes over. */
export function MoreOfCustomer() {
  const { register, control, formState } = useFormContext<NewCaller>();
  const errors = formState.errors.newCustomer;
  return (
    // On a laptop the column is half as wide: one below the other, or an address is cut.
    <div data-aside className="mt-2 grid grid-cols-[repeat(auto-fit,minmax(140px,1fr))] gap-x-2.5 gap-y-2">
      <Field label="E-mail" error={errors?.email?.message}>
        <TextField inputMode="email" {...register('newCustomer.email')} />
      </Field>
      <Field label="Kind of customer">
        <Controller
          control={control}
          name="newCustomer.type"
          render={({ field }) => (
            <Select
              value={field.value}
              onValueChange={field.onChange}
              options={CUSTOMER_TYPES.map((value) => ({ value, label: value }))}
            />
          )}
        />
      </Field>
    </div>
  );
}

/** Where the work is, when the customer or at least the place is new: said in one line, and its parts below it. */
export function NewPlaceFields({ isOptional = false }: { isOptional?: boolean }) {
  const [line, setLine] = useState('');
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { register, control, getValues, setValue, formState } = useFormContext<NewCaller>();
  const [zip, zoneId] = useWatch({ control, name: ['newPlace.zip', 'newPlace.zoneId'] });
  const known = useZoneOfZip(zoneId === undefined ? zip : null);
  const errors = formState.errors.newPlace;
  const take = (text: string) => {
    setLine(text);
    // The zone is no part of the line: who named one does not lose it by a letter more.
    const place = { ...typedAddress(text), zoneId: getValues('newPlace.zoneId') };
    setValue('newPlace', place, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  };
  return (
    <>
      <Field
        label="Address in one line"
        className="mt-2"
        hint={`12 Main St Quincy MA 02169; its parts stand below.${isOptional ? ' Can be added later.' : ''}`}
      >
        <TextField value={line} onChange={({ target }) => take(target.value)} autoComplete="off" />
      </Field>
      <div data-aside className="mt-2 grid grid-cols-[minmax(0,1fr)_52px_84px] gap-x-2.5 gap-y-2">
        <Field
          label="Street and number"
          required={!isOptional}
          error={errors?.street?.message}
          className="col-span-2"
        >
          <TextField {...register('newPlace.street')} maxLength={ADDRESS_LENGTHS.street} />
        </Field>
        <Field label="Unit" error={errors?.unit?.message}>
          <TextField {...register('newPlace.unit')} maxLength={ADDRESS_LENGTHS.unit} />
        </Field>
        <Field label="City" error={errors?.city?.message}>
          <TextField {...register('newPlace.city')} maxLength={ADDRESS_LENGTHS.city} />
        </Field>
        <Field label="State" error={errors?.state?.message}>
          <TextField {...register('newPlace.state')} maxLength={ADDRESS_LENGTHS.state} className="px-1.5!" />
        </Field>
        <Field label="ZIP" error={errors?.zip?.message}>
          <TextField {...register('newPlace.zip')} maxLength={ADDRESS_LENGTHS.zip} inputMode="numeric" />
        </Field>
        {setup.zones.some(({ active }) => active) && (
          <Field label="Dispatch zone" hint={known} className="col-span-3">
            <Controller
              control={control}
              name="newPlace.zoneId"
              render={({ field }) => (
                <ZoneChoice isNewPlace value={field.value} onValueChange={field.onChange} />
              )}
            />
          </Field>
        )}
      </div>
    </>
  );
}
