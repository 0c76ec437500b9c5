import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { type FieldErrors, FormProvider, type Path, set, useForm } from 'react-hook-form';
import { newCustomer } from '#contract/customer.ts';
import { customerMutations } from '../../data/customers.ts';
import { problemOf } from '../../lib/api.ts';
import { fieldErrorText } from '../../lib/field-error-text.ts';
import { FormFrame } from '../../parts/form-frame.tsx';
import { LikelyCustomers } from '../../parts/new-customer/likely-customers.tsx';
import { callerFrom, type NewCaller } from '../../parts/new-customer/new-caller.ts';
import {
  MoreOfCustomer,
  NewCustomerFields,
  NewPlaceFields,
} from '../../parts/new-customer/new-caller-fields.tsx';
import {
  hasPlace,
  newCallerField,
  newCustomerBody,
  newCustomerFaults,
} from '../../parts/new-customer/new-customer-body.ts';
import { useUndo } from '../../parts/use-undo.ts';
import { toast } from '../../ui/toast-store.ts';

/** A customer without a job: the fields and the warning of the booking, and then their page. */
export function NewCustomerDialog({ typed, onClose }: { typed: string; onClose: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const { undo } = useUndo();
  const [error, setError] = useState<unknown>(null);
  const create = useMutation(customerMutations.create());
  const form = useForm<NewCaller>({
    defaultValues: callerFrom(typed),
    resolver: (caller) => {
      const errors: FieldErrors<NewCaller> = {};
      // Of two sentences at one field the first stands: that something is missing, before how it has to be.
      const faults = new Map([...refusedByContract(caller), ...faultsOf(caller)]);
      for (const [path, message] of faults) set(errors, path, { type: 'missing', message });
      return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: caller, errors: {} };
    },
  });
  const { isSubmitting } = form.formState;
  const refused = useRef<Path<NewCaller> | null>(null);
  // While it is sent the fields are disabled and take no focus.
  useEffect(() => {
    if (isSubmitting || refused.current === null) return;
    form.setFocus(refused.current);
    refused.current = null;
  }, [isSubmitting, form]);
  // Who is known already needs none of what was typed: nobody is asked whether to leave it.
  const open = (customerId: number) =>
    void navigate({
      to: '/customers/$id',
      params: { id: customerId },
      replace: true,
      ignoreBlocker: true,
    });
  const submit = form.handleSubmit(async (caller) => {
    setError(null);
    try {
      const { customer, operationId } = await create.mutateAsync(bodyOf(caller));
      toast({
        title: `${customer.name} is a customer now`,
        tone: 'success',
        action: { label: 'Undo', act: () => undo(operationId) },
      });
      open(customer.id);
    } catch (thrown) {
      const wrong = problemOf(thrown)?.fields ?? [];
      for (const one of wrong) {
        const field = newCallerField(one.path, caller) as Path<NewCaller>;
        refused.current ??= field;
        form.setError(field, { type: 'server', message: fieldErrorText(one) });
      }
      if (wrong.length === 0) setError(thrown);
    }
  });
  return (
    <FormFrame
      id={id}
      title="New customer"
      action="Add customer"
      busy={isSubmitting}
      isDirty={form.formState.isDirty}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <NewCustomerFields />
        <MoreOfCustomer />
        <NewPlaceFields isOptional />
        <LikelyCustomers onChoose={(hit) => open(hit.id)} />
      </FormProvider>
    </FormFrame>
  );
}

const bodyOf = (caller: NewCaller) => ({
  ...newCustomerBody(caller),
  locations: hasPlace(caller) ? [caller.newPlace] : [],
});

/** What the server would refuse is known here, by the same schema: too long, a character that cannot be kept. */
function* refusedByContract(caller: NewCaller): Generator<[string, string]> {
  for (const { path, code, message } of newCustomer.safeParse(bodyOf(caller)).error?.issues ?? []) {
    const field = newCallerField(path.join('.'), caller);
    yield [field, fieldErrorText({ path: field, code, message })];
  }
}

function* faultsOf(caller: NewCaller): Generator<[string, string]> {
  yield* newCustomerFaults(caller);
  if (hasPlace(caller) && caller.newPlace.street.trim() === '') {
    yield ['newPlace.street', 'Where is it? Street and number.'];
  }
}
