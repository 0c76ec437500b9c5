import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { z } from 'zod';
import type { CustomerLocation, newLocation } from '#contract/customer.ts';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { pinText, readPin } from './map-pin.ts';

const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

/** Where the place is on the map and on the clock; both may be left out (domain-rules §1, §4). */
export function PlaceWhere({ point }: { point: CustomerLocation['point'] }) {
  const { register, getValues, setValue, formState } = useFormContext<z.input<typeof newLocation>>();
  const { latitude = null, longitude = null } = getValues();
  const [pin, setPin] = useState(() => pinText({ latitude, longitude }));
  const take = (typed: string) => {
    setPin(typed);
    // What cannot be read is a number that is none, which the contract refuses: it is not saved as “no pin”.
    const read = readPin(typed) ?? { latitude: Number.NaN, longitude: null };
    const options = { shouldDirty: true, shouldValidate: formState.isSubmitted };
    setValue('latitude', read.latitude, options);
    setValue('longitude', read.longitude, options);
  };
  const { errors } = formState;
  return (
    <>
      <Field
        label="Map pin"
        hint={`Pasted from a map: 42.3601, -71.0589. Without one, drives count from ${
          point?.source === 'address' ? `its address, found at ${pinText(point)}` : 'the middle of its ZIP'
        }.`}
        error={
          (errors.latitude ?? errors.longitude) &&
          'Latitude and longitude, as a map gives them: 42.3601, -71.0589'
        }
        className="col-span-3"
      >
        <TextField value={pin} onChange={({ target }) => take(target.value)} autoComplete="off" />
      </Field>
      <Field
        label="Time zone"
        hint="Only where it is not the business unit’s."
        error={errors.timeZone && 'Choose one of the list, as America/Chicago.'}
        className="col-span-3"
      >
        <TextField
          {...register('timeZone', { setValueAs: (typed: string | null) => typed?.trim() || null })}
          list="place-time-zones"
          autoComplete="off"
        />
      </Field>
      <datalist id="place-time-zones">
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
