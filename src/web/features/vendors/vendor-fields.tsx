import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import {
  ADDRESS_LENGTHS,
  LONGEST_CONTACT,
  LONGEST_COUNTRY,
  LONGEST_NAME,
  LONGEST_PART_OF_NAME,
  LONGEST_PHONE,
} from '#domain/lengths.ts';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { wrongOf } from './form-error.ts';
import type { VendorTyped } from './vendor-values.ts';

/** Who the vendor is, whom one asks for there, and where it is. `children` stand below its name. */
export function VendorFields({ children }: { children: ReactNode }) {
  const { register, formState } = useFormContext<VendorTyped>();
  const wrong = (name: keyof VendorTyped) => wrongOf(formState.errors, name);
  return (
    <div className="grid content-start grid-cols-6 gap-x-3 gap-y-2.5">
      <div className="col-span-6">
        <Field label="Name" required error={wrong('name')}>
          <TextField {...register('name')} maxLength={LONGEST_NAME} />
        </Field>
        {children}
      </div>
      <Heading>Primary contact</Heading>
      <Field label="First name" error={wrong('contactFirstName')} className="col-span-3">
        <TextField {...register('contactFirstName')} maxLength={LONGEST_PART_OF_NAME} />
      </Field>
      <Field label="Last name" error={wrong('contactLastName')} className="col-span-3">
        <TextField {...register('contactLastName')} maxLength={LONGEST_PART_OF_NAME} />
      </Field>
      <Field label="Phone" error={wrong('phone')} className="col-span-3">
        <TextField {...register('phone')} maxLength={LONGEST_PHONE} />
      </Field>
      <Field label="Fax" error={wrong('fax')} className="col-span-3">
        <TextField {...register('fax')} maxLength={LONGEST_PHONE} />
      </Field>
      <Field label="E-mail" hint="Orders by e-mail go there." error={wrong('email')} className="col-span-6">
        <TextField {...register('email')} maxLength={LONGEST_CONTACT} />
      </Field>
      <Heading>Address</Heading>
      <Field label="Street and number" required error={wrong('street')} className="col-span-4">
        <TextField {...register('street')} maxLength={ADDRESS_LENGTHS.street} />
      </Field>
      <Field label="Unit" error={wrong('unit')} className="col-span-2">
        <TextField {...register('unit')} maxLength={ADDRESS_LENGTHS.unit} />
      </Field>
      <Field label="City" required error={wrong('city')} className="col-span-2">
        <TextField {...register('city')} maxLength={ADDRESS_LENGTHS.city} />
      </Field>
      <Field label="State" error={wrong('state')}>
        <TextField {...register('state')} maxLength={ADDRESS_LENGTHS.state} />
      </Field>
      <Field label="ZIP" error={wrong('zip')} className="col-span-2">
        <TextField {...register('zip')} maxLength={ADDRESS_LENGTHS.zip} />
      </Field>
      <Field label="Country" error={wrong('country')}>
        <TextField {...register('country')} maxLength={LONGEST_COUNTRY} />
      </Field>
    </div>
  );
}

export const Heading = ({ children }: { children: string }) => (
  <h3 className="col-span-6 mt-1 font-semibold">{children}</h3>
);
