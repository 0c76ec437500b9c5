import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { newVendorContact, type VendorContact } from '#contract/vendor.ts';
import { LONGEST_CONTACT, LONGEST_NAME, LONGEST_PART_OF_NAME, LONGEST_PHONE } from '#domain/lengths.ts';
import { vendorMutations } from '../../data/vendors.ts';
import { fieldErrorText } from '../../lib/field-error-text.ts';
import { changedOf } from '../../parts/changed-of.ts';
import { FormFrame } from '../../parts/form-frame.tsx';
import { KeyInput, keyOf } from '../../parts/key-input.tsx';
import { placeServerErrors } from '../../parts/place-server-errors.ts';
import { useDecidedSave } from '../../parts/use-decided-save.tsx';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Typed = z.input<typeof newVendorContact>;

export type ContactFormProps = {
  vendorId: number;
  /** null: a new one */
  contact: VendorContact | null;
  onClose: () => void;
};

/** Somebody at the vendor, in a dialog: new, or changed. */
export function ContactForm({ vendorId, contact, onClose }: ContactFormProps) {
  const id = useId();
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const add = useMutation(vendorMutations.addContact());
  const change = useMutation(vendorMutations.updateContact());
  const [before] = useState(() => ({
    name: contact?.name ?? '',
    role: contact?.role ?? '',
    phone: contact?.phone ?? '',
    email: contact?.email ?? '',
    externalKey: contact?.externalKey ?? null,
  }));
  const form = useForm<Typed, unknown, z.output<typeof newVendorContact>>({
    resolver: zodResolver(newVendorContact),
    defaultValues: before,
  });
  const decided = useDecidedSave(
    contact ? [{ kind: 'vendorContact', id: contact.id, version: contact.version }] : [],
  );
  const { register, formState } = form;
  const wrong = (name: keyof Typed) => {
    const found = formState.errors[name];
    if (!found || found.type === 'server') return found?.message;
    if (found.message === 'is missing') return 'Who is it?';
    return fieldErrorText({ path: name, code: String(found.type), message: found.message ?? '' });
  };
  const submit = form.handleSubmit(async (values) => {
    setError(null);
    setRefused(null);
    const changes = changedOf(before, values);
    if (contact && Object.keys(changes).length === 0) return onClose();
    await decided.save(
      changes,
      (left, expected) =>
        contact
          ? change.mutateAsync({ id: contact.id, changes: left, expected })
          : add.mutateAsync({ vendorId, contact: values }),
      {
        onSaved: onClose,
        onRefused: (problem) => {
          setRefused(problem);
          setError(placeServerErrors(form.setError, problem));
        },
      },
    );
  });
  return (
    <FormFrame
      id={id}
      title={contact ? 'Change contact' : 'New contact'}
      action={contact ? 'Save' : 'Add contact'}
      busy={formState.isSubmitting}
      isDirty={formState.isDirty}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-x-3 gap-y-2.5">
        <Field label="Name" required error={wrong('name')}>
          <TextField {...register('name')} maxLength={LONGEST_NAME} />
        </Field>
        <Field label="Role" hint="Counter, accounts, returns" error={wrong('role')}>
          <TextField {...register('role')} maxLength={LONGEST_PART_OF_NAME} />
        </Field>
        <Field label="Phone" error={wrong('phone')}>
          <TextField {...register('phone')} maxLength={LONGEST_PHONE} />
        </Field>
        <Field label="E-mail" error={wrong('email')}>
          <TextField {...register('email')} maxLength={LONGEST_CONTACT} />
        </Field>
        <KeyInput
          {...register('externalKey', { setValueAs: keyOf })}
          message={wrong('externalKey')}
          refused={refused}
          className="col-span-2"
        />
      </div>
      {decided.dialog}
    </FormFrame>
  );
}
