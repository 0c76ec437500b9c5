import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { Vendor } from '#contract/vendor.ts';
import { vendorMutations } from '../../data/vendors.ts';
import { changedOf } from '../../parts/changed-of.ts';
import { FormFrame } from '../../parts/form-frame.tsx';
import { placeServerErrors } from '../../parts/place-server-errors.ts';
import { useDecidedSave } from '../../parts/use-decided-save.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { toast } from '../../ui/toast-store.ts';
import { VendorBuying } from './vendor-buying.tsx';
import { VendorFields } from './vendor-fields.tsx';
import { blankValues, type VendorTyped, type VendorValues, valuesOf, vendorRules } from './vendor-values.ts';
import { VendorsAlike } from './vendors-alike.tsx';

export type VendorFormProps = {
  /** null: a new one */
  vendor: Vendor | null;
  /** What was looked for: likely the new one's name. */
  typed?: string | undefined;
  onClose: () => void;
  /** Where a new one is shown, or the one there is already. */
  onMade?: (id: number) => void;
};

/** A vendor in a dialog: new, or changed. Only what was changed is sent, so that others' changes stay. */
export function VendorForm({ vendor: shown, typed, onClose, onMade }: VendorFormProps) {
  // As it was when it was opened: what others change meanwhile must not look like the person's own change back.
  const [vendor] = useState(shown);
  const id = useId();
  const { undo } = useUndo();
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const create = useMutation(vendorMutations.create());
  const update = useMutation(vendorMutations.update());
  const before = vendor ? valuesOf(vendor) : blankValues(typed);
  const form = useForm<VendorTyped, unknown, VendorValues>({
    resolver: zodResolver(vendorRules),
    defaultValues: before,
  });
  const decided = useDecidedSave(vendor ? [{ kind: 'vendor', id: vendor.id, version: vendor.version }] : []);
  const say = (title: string, operationId: number) =>
    toast({ title, tone: 'success', action: { label: 'Undo', act: () => undo(operationId) } });
  const onRefused = (problem: unknown) => {
    setRefused(problem);
    setError(placeServerErrors(form.setError, problem));
  };
  const submit = form.handleSubmit(async (values) => {
    setError(null);
    setRefused(null);
    if (!vendor) {
      const made = await create.mutateAsync(values).catch(onRefused);
      if (!made) return;
      say(`${made.vendor.name} is a vendor now`, made.operationId);
      return onMade?.(made.vendor.id);
    }
    const changes = changedOf(before, values);
    if (Object.keys(changes).length === 0) return onClose();
    await decided.save(
      changes,
      (left, expected) =>
        update
          .mutateAsync({ id: vendor.id, changes: left, expected })
          .then((saved) =>
            say(
              saved.merged
                ? `${saved.vendor.name} saved beside others’ changes`
                : `${saved.vendor.name} saved`,
              saved.operationId,
            ),
          ),
      { onSaved: onClose, onRefused },
    );
  });
  return (
    <FormFrame
      id={id}
      title={vendor ? 'Change vendor' : 'New vendor'}
      action={vendor ? 'Save' : 'Add vendor'}
      width="wide"
      busy={form.formState.isSubmitting}
      isDirty={form.formState.isDirty}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <div className="grid gap-x-6 gap-y-3 lg:grid-cols-2">
          <VendorFields>
            <VendorsAlike except={vendor?.id} onOpen={vendor ? undefined : onMade} />
          </VendorFields>
          <VendorBuying vendor={vendor} refused={refused} />
        </div>
      </FormProvider>
      {decided.dialog}
    </FormFrame>
  );
}
