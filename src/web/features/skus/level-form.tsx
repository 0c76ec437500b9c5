import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ProblemError } from '#contract/problem.ts';
import type { Sku } from '#contract/sku.ts';
import { skuMutations } from '../../data/skus.ts';
import type { Versioned } from '../../data/versions.ts';
import { problemOf } from '../../lib/api.ts';
import { FormFrame } from '../../parts/form-frame.tsx';
import { placeServerErrors } from '../../parts/place-server-errors.ts';
import { StaleDialog } from '../../parts/stale-dialog.tsx';
import { toast } from '../../ui/toast-store.ts';
import { wrongOf } from './form-error.ts';
import { type LevelTyped, levelRules, stockAt } from './level-values.ts';
import { PlaceField } from './place-field.tsx';
import { UnitsField } from './units-field.tsx';

export type LevelFormProps = {
  sku: Sku;
  /** 0: to be chosen. */
  placeId: number;
  onUndo: (operationId: number) => void;
  onClose: () => void;
};

/** How much of it should lie at a place: below the least it is low, up to the most it is filled up. */
export function LevelForm({ sku: shown, placeId, onUndo, onClose }: LevelFormProps) {
  // As it was when it was opened: a level changed by somebody else meanwhile is asked about.
  const [sku] = useState(shown);
  const id = useId();
  const [error, setError] = useState<unknown>(null);
  const [stale, setStale] = useState<ProblemError | null>(null);
  const { mutateAsync: send } = useMutation(skuMutations.setLevel());
  const levelAt = (place: number) => stockAt(sku, place)?.level ?? null;
  const amountsAt = (place: number) => ({
    least: levelAt(place)?.least ?? Number.NaN,
    most: levelAt(place)?.most ?? Number.NaN,
  });
  const form = useForm<LevelTyped>({
    resolver: zodResolver(levelRules),
    defaultValues: { inventoryLocationId: placeId, ...amountsAt(placeId) },
  });
  const { control, formState, setValue, watch } = form;
  const wrong = (name: keyof LevelTyped) => wrongOf(formState.errors, name);
  const isTyped = Boolean(formState.dirtyFields.least || formState.dirtyFields.most);
  function choose(next: number): void {
    setValue('inventoryLocationId', next, { shouldDirty: true, shouldValidate: formState.isSubmitted });
    if (isTyped) return;
    setValue('least', amountsAt(next).least);
    setValue('most', amountsAt(next).most);
  }
  async function save(values: LevelTyped, expected: readonly Versioned[]): Promise<void> {
    setError(null);
    const { inventoryLocationId, ...level } = values;
    try {
      const saved = await send({ id: sku.id, inventoryLocationId, level, expected });
      const where = stockAt(saved.sku, inventoryLocationId)?.place ?? '';
      toast({
        title: `Level at ${where} saved`,
        tone: 'success',
        action: { label: 'Undo', act: () => onUndo(saved.operationId) },
      });
      onClose();
    } catch (problem) {
      const known = problemOf(problem);
      if (known?.code === 'request.stale') setStale(known);
      else setError(placeServerErrors(form.setError, problem));
    }
  }
  const submit = form.handleSubmit((values) => {
    const level = levelAt(values.inventoryLocationId);
    if (level?.least === values.least && level.most === values.most) return onClose();
    return save(values, level ? [{ kind: 'stockLevel', id: level.id, version: level.version }] : []);
  });
  return (
    <FormFrame
      id={id}
      title={`Level of ${sku.code}`}
      action="Save level"
      busy={formState.isSubmitting}
      isDirty={formState.isDirty}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-x-3 gap-y-2.5">
        <div className="col-span-2">
          <PlaceField
            value={watch('inventoryLocationId')}
            onChange={choose}
            error={wrong('inventoryLocationId')}
            hint={undefined}
          />
        </div>
        <UnitsField
          control={control}
          name="least"
          label={`Least (${sku.unit})`}
          error={wrong('least')}
          hint="Below it the SKU is low."
        />
        <UnitsField
          control={control}
          name="most"
          label={`Most (${sku.unit})`}
          error={wrong('most')}
          hint="Orders fill up to it."
        />
      </div>
      <StaleDialog
        error={stale}
        mine={{ least: watch('least'), most: watch('most') }}
        onClose={() => setStale(null)}
        onDecide={(theirs, seen) => {
          setStale(null);
          if (theirs.length > 0) onClose();
          else void save(form.getValues(), seen);
        }}
      />
    </FormFrame>
  );
}
