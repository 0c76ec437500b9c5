import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newSku, type Sku } from '#contract/sku.ts';
import { skuMutations } from '../../data/skus.ts';
import { problemOf } from '../../lib/api.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { changedOf } from '../../parts/changed-of.ts';
import { FormFrame } from '../../parts/form-frame.tsx';
import { placeServerErrors } from '../../parts/place-server-errors.ts';
import { useDecidedSave } from '../../parts/use-decided-save.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { toast } from '../../ui/toast-store.ts';
import { SkuFields } from './sku-fields.tsx';
import { blankValues, type SkuTyped, type SkuValues, valuesOf } from './sku-values.ts';

export type SkuFormProps = {
  /** null: a new one */
  sku: Sku | null;
  /** What was looked for: likely the new one's name. */
  typed?: string | undefined;
  onClose: () => void;
  onMade?: (id: number) => void;
};

/** A SKU in a dialog: new, or changed. Only what was changed is sent, so that others' changes stay. */
export function SkuForm({ sku: shown, typed, onClose, onMade }: SkuFormProps) {
  // As it was when it was opened: what others change meanwhile must not look like the person's own change back.
  const [sku] = useState(shown);
  const id = useId();
  const { undo } = useUndo();
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const create = useMutation(skuMutations.create());
  const update = useMutation(skuMutations.update());
  const before = sku ? valuesOf(sku) : blankValues(typed);
  const form = useForm<SkuTyped, unknown, SkuValues>({
    resolver: zodResolver(newSku),
    defaultValues: before,
  });
  const decided = useDecidedSave(sku ? [{ kind: 'sku', id: sku.id, version: sku.version }] : []);
  const say = (title: string, operationId: number) =>
    toast({ title, tone: 'success', action: { label: 'Undo', act: () => undo(operationId) } });
  const onRefused = (problem: unknown) => {
    setRefused(problem);
    // It says which field is wrong by its name only: the code.
    if (problemOf(problem)?.code === 'sku.code_taken')
      return form.setError('code', { type: 'server', message: errorText(problem) }, { shouldFocus: true });
    setError(placeServerErrors(form.setError, problem));
  };
  const submit = form.handleSubmit(async (values) => {
    setError(null);
    setRefused(null);
    if (!sku) {
      const made = await create.mutateAsync(values).catch(onRefused);
      if (!made) return;
      say(`${made.sku.code} is a SKU now`, made.operationId);
      return onMade?.(made.sku.id);
    }
    const changes = changedOf(before, values);
    if (Object.keys(changes).length === 0) return onClose();
    await decided.save(
      changes,
      (left, expected) =>
        update
          .mutateAsync({ id: sku.id, changes: left, expected })
          .then((saved) =>
            say(
              saved.merged ? `${saved.sku.code} saved beside others’ changes` : `${saved.sku.code} saved`,
              saved.operationId,
            ),
          ),
      { onSaved: onClose, onRefused },
    );
  });
  return (
    <FormFrame
      id={id}
      title={sku ? 'Change SKU' : 'New SKU'}
      action={sku ? 'Save' : 'Add SKU'}
      busy={form.formState.isSubmitting}
      isDirty={form.formState.isDirty}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <SkuFields sku={sku} refused={refused} />
      </FormProvider>
      {decided.dialog}
    </FormFrame>
  );
}
