import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Controller, type FieldError, useForm, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { CONTACT_KINDS, type CustomerContact, contactRules, type newContact } from '#contract/customer.ts';
import { LONGEST_CONTACT, LONGEST_CONTACT_MEMO } from '#domain/lengths.ts';
import { customerMutations } from '../../data/customers.ts';
import { fieldErrorText } from '../../lib/field-error-text.ts';
import { changedOf } from '../../parts/changed-of.ts';
import { FormFrame } from '../../parts/form-frame.tsx';
import { KeyInput, keyOf } from '../../parts/key-input.tsx';
import { placeServerErrors } from '../../parts/place-server-errors.ts';
import { useDecidedSave } from '../../parts/use-decided-save.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

const KIND_WORDS = { Phone: 'Phone', Mobile: 'Mobile', Email: 'E-mail' } as const;

/** The contract leaves the form of an address open; one without an @ reaches nobody. */
const reachRules = (before: CustomerContact | null) =>
  contactRules(before).refine(({ kind, value }) => kind !== 'Email' || /^\S+@\S+$/.test(value), {
    path: ['value'],
    message: 'is not an e-mail address',
  });

/** The server's are sentences already; the contract's are phrases. */
function sentenceOf({ type, message = '' }: FieldError): string {
  if (type === 'server') return message;
  if (message === 'is missing') return 'What is the number or address?';
  return fieldErrorText({ path: 'value', code: type, message });
}

export type ReachFormProps = {
  customerId: number;
  /** null: a new one */
  contact: CustomerContact | null;
  onClose: () => void;
};

/** A way to reach the customer, in a dialog: new, or changed. */
export function ReachForm({ customerId, contact, onClose }: ReachFormProps) {
  const id = useId();
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const add = useMutation(customerMutations.addContact());
  const change = useMutation(customerMutations.updateContact());
  const before = {
    kind: contact?.kind ?? ('Phone' as const),
    value: contact?.value ?? '',
    memo: contact?.memo ?? '',
    mayMessage: contact?.mayMessage ?? true,
    locationId: contact?.locationId ?? null,
    externalKey: contact?.externalKey ?? null,
  };
  const form = useForm<z.input<typeof newContact>, unknown, z.output<typeof newContact>>({
    resolver: zodResolver(reachRules(contact)),
    defaultValues: before,
  });
  const decided = useDecidedSave(
    contact ? [{ kind: 'contact', id: contact.id, version: contact.version }] : [],
  );
  const { register, control, formState } = form;
  const kind = useWatch({ control, name: 'kind' });
  const submit = form.handleSubmit(async (values) => {
    setError(null);
    setRefused(null);
    const { locationId: _unchanged, ...changes } = changedOf(before, values);
    if (contact && Object.keys(changes).length === 0) return onClose();
    await decided.save(
      changes,
      (left, expected) =>
        contact
          ? change.mutateAsync({ id: contact.id, changes: left, expected })
          : add.mutateAsync({ customerId, contact: values }),
      {
        onSaved: onClose,
        onRefused: (problem) => {
          setRefused(problem);
          setError(placeServerErrors(form.setError, problem));
        },
      },
    );
  });
  const { value: wrong } = formState.errors;
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
      <div className="grid grid-cols-3 gap-x-3 gap-y-2.5">
        <Field label="Kind">
          <Controller
            control={control}
            name="kind"
            render={({ field }) => (
              <Select
                value={field.value}
                onValueChange={field.onChange}
                options={CONTACT_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
              />
            )}
          />
        </Field>
        <Field label="Number or address" required error={wrong && sentenceOf(wrong)} className="col-span-2">
          <TextField {...register('value')} maxLength={LONGEST_CONTACT} />
        </Field>
        <Field label="About it" hint="Office, Maria’s mother, evenings only" className="col-span-3">
          <TextField {...register('memo')} maxLength={LONGEST_CONTACT_MEMO} />
        </Field>
        <KeyInput
          {...register('externalKey', { setValueAs: keyOf })}
          message={formState.errors.externalKey?.message}
          refused={refused}
          className="col-span-3"
        />
        {kind !== 'Phone' && (
          <Checkbox
            className="col-span-3"
            label={kind === 'Mobile' ? 'May be sent text messages' : 'May be sent e-mails'}
            {...register('mayMessage')}
          />
        )}
      </div>
      {decided.dialog}
    </FormFrame>
  );
}
