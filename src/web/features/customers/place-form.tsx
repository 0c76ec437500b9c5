import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Controller, FormProvider, useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { type CustomerLocation, newLocation } from '#contract/customer.ts';
import { ADDRESS_LENGTHS, LONGEST_NAME, LONGEST_PLACE_MEMO } from '#domain/lengths.ts';
import { customerMutations } from '../../data/customers.ts';
import { setupQueries } from '../../data/setup.ts';
import { changedOf } from '../../parts/changed-of.ts';
import { FormFrame } from '../../parts/form-frame.tsx';
import { KeyInput, keyOf } from '../../parts/key-input.tsx';
import { placeServerErrors } from '../../parts/place-server-errors.ts';
import { useDecidedSave } from '../../parts/use-decided-save.tsx';
import { useZoneOfZip } from '../../parts/use-zone-of-zip.ts';
import { ZoneChoice } from '../../parts/zone-choice.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PlaceHours } from './place-hours.tsx';
import { PlaceWhere } from './place-where.tsx';

type Typed = z.input<typeof newLocation>;

/** The list cannot offer null, so no zone has a number that no record has. */
const NONE = 0;

export type PlaceFormProps = {
  customerId: number;
  /** null: a new one */
  place: CustomerLocation | null;
  onClose: () => void;
};

/** A location in a dialog: new, or changed. Only what was changed is sent, so that others' changes stay. */
export function PlaceForm({ customerId, place, onClose }: PlaceFormProps) {
  const id = useId();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const add = useMutation(customerMutations.addLocation());
  const change = useMutation(customerMutations.updateLocation());
  const before = place ? valuesOf(place) : newLocation.parse({ street: '?' });
  const form = useForm<Typed, unknown, z.output<typeof newLocation>>({
    resolver: zodResolver(newLocation),
    defaultValues: place ? before : { ...before, street: '' },
  });
  const decided = useDecidedSave(place ? [{ kind: 'location', id: place.id, version: place.version }] : []);
  const { register, control, formState } = form;
  const { errors } = formState;
  const [zoneId, zip = ''] = useWatch({ control, name: ['zoneId', 'zip'] });
  const known = useZoneOfZip(place || zoneId !== undefined ? null : zip);
  const submit = form.handleSubmit(async (values) => {
    setError(null);
    setRefused(null);
    const changes = changedOf(before, values);
    if (place && Object.keys(changes).length === 0) return onClose();
    await decided.save(
      changes,
      (left, expected) =>
        place
          ? change.mutateAsync({ id: place.id, changes: left, expected })
          : add.mutateAsync({ customerId, location: values }),
      {
        onSaved: onClose,
        onRefused: (problem) => {
          setRefused(problem);
          setError(placeServerErrors(form.setError, problem));
        },
      },
    );
  });
  const zones = (list: readonly { id: number; name: string; active: boolean }[], none: string) => [
    { value: NONE, label: none },
    ...list.filter(({ active }) => active).map((one) => ({ value: one.id, label: one.name })),
  ];
  return (
    <FormFrame
      id={id}
      title={place ? 'Change location' : 'New location'}
      action={place ? 'Save' : 'Add location'}
      busy={formState.isSubmitting}
      isDirty={formState.isDirty}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid grid-cols-6 gap-x-3 gap-y-2.5">
        <Field
          label="Street and number"
          required
          error={errors.street && 'Where is it? Street and number.'}
          className="col-span-4"
        >
          <TextField {...register('street')} maxLength={ADDRESS_LENGTHS.street} />
        </Field>
        <Field label="Unit" error={errors.unit?.message} className="col-span-2">
          <TextField {...register('unit')} maxLength={ADDRESS_LENGTHS.unit} />
        </Field>
        <Field label="City" error={errors.city?.message} className="col-span-3">
          <TextField {...register('city')} maxLength={ADDRESS_LENGTHS.city} />
        </Field>
        <Field label="State" error={errors.state?.message}>
          <TextField {...register('state')} maxLength={ADDRESS_LENGTHS.state} />
        </Field>
        <Field label="ZIP" error={errors.zip?.message} className="col-span-2">
          <TextField {...register('zip')} maxLength={ADDRESS_LENGTHS.zip} />
        </Field>
        <Field
          label="Name"
          hint="When the address is not enough: Warehouse 2"
          error={errors.name?.message}
          className="col-span-6"
        >
          <TextField {...register('name')} maxLength={LONGEST_NAME} />
        </Field>
        <Field label="Dispatch zone" hint={known} className="col-span-3">
          <Controller
            control={control}
            name="zoneId"
            render={({ field }) => (
              <ZoneChoice isNewPlace={place === null} value={field.value} onValueChange={field.onChange} />
            )}
          />
        </Field>
        <Field label="Tax zone" className="col-span-3">
          <Controller
            control={control}
            name="taxZoneId"
            render={({ field }) => (
              <Select
                value={field.value ?? NONE}
                onValueChange={(zoneId) => field.onChange(zoneId === NONE ? null : zoneId)}
                options={zones(setup.taxZones, 'The business unit’s')}
              />
            )}
          />
        </Field>
        <FormProvider {...form}>
          <PlaceWhere point={place?.point ?? null} />
          <PlaceHours />
        </FormProvider>
        <Field label="Memo" hint="Gate code, dog, parking." className="col-span-6">
          <TextArea rows={2} {...register('memo')} maxLength={LONGEST_PLACE_MEMO} />
        </Field>
        <KeyInput
          {...register('externalKey', { setValueAs: keyOf })}
          message={errors.externalKey?.message}
          refused={refused}
          className="col-span-6"
        />
      </div>
      {decided.dialog}
    </FormFrame>
  );
}

const valuesOf = ({
  id: _id,
  version: _version,
  customerId: _owner,
  active: _active,
  point: _point,
  ...fields
}: CustomerLocation) => fields;
