import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { countStock, type Sku } from '#contract/sku.ts';
import { LONGEST_SKU } from '#domain/lengths.ts';
import { quantityFromDecimal } from '#domain/money.ts';
import { skuMutations } from '../../data/skus.ts';
import { unitsText } from '../../lib/stock-words.ts';
import { FormFrame } from '../../parts/form-frame.tsx';
import { placeServerErrors } from '../../parts/place-server-errors.ts';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-store.ts';
import { wrongOf } from './form-error.ts';
import { stockAt } from './level-values.ts';
import { PlaceField } from './place-field.tsx';
import { serialsIn } from './serials-in.ts';
import { UnitsField } from './units-field.tsx';

type Typed = z.input<typeof countStock>;

export type CountFormProps = {
  sku: Sku;
  /** 0: to be chosen. */
  placeId: number;
  onClose: () => void;
};

/** How much of it somebody found at a place; of numbered units the numbers. The ledger writes what differs. */
export function CountForm({ sku, placeId, onClose }: CountFormProps) {
  const id = useId();
  const [error, setError] = useState<unknown>(null);
  const { mutateAsync: send } = useMutation(skuMutations.count());
  const serialsAt = (place: number) => stockAt(sku, place)?.serials ?? [];
  const unitsOf = (serials: readonly string[]): number => quantityFromDecimal(String(serials.length));
  const [text, setText] = useState(() => serialsAt(placeId).join('\n'));
  const form = useForm<Typed, unknown, z.output<typeof countStock>>({
    resolver: zodResolver(countStock),
    defaultValues: {
      inventoryLocationId: placeId,
      // Nobody counts what is filled in for them already; numbers are ticked off against those known.
      quantity: sku.serialized ? unitsOf(serialsAt(placeId)) : Number.NaN,
      serials: serialsAt(placeId),
      memo: '',
    },
  });
  const { register, control, formState, setValue, watch } = form;
  const place = watch('inventoryLocationId');
  const isTyped = formState.dirtyFields.serials !== undefined;
  const wrong = (name: keyof Typed) => wrongOf(formState.errors, name);
  const again = { shouldDirty: true, shouldValidate: formState.isSubmitted };
  function take(typed: string): void {
    setText(typed);
    setValue('serials', serialsIn(typed), again);
    setValue('quantity', unitsOf(serialsIn(typed)), again);
  }
  function choose(next: number): void {
    setValue('inventoryLocationId', next, again);
    if (sku.serialized && !isTyped) {
      setText(serialsAt(next).join('\n'));
      setValue('serials', serialsAt(next));
      setValue('quantity', unitsOf(serialsAt(next)));
    }
  }
  const submit = form.handleSubmit(async (count) => {
    setError(null);
    try {
      const { operationId, sku: now } = await send({ id: sku.id, count });
      const where = stockAt(now, count.inventoryLocationId)?.place;
      const found = `${unitsText(count.quantity)} ${sku.unit}${where ? ` at ${where}` : ''}`;
      toast({
        title: operationId === null ? `The ledger said so already: ${found}` : `Counted: ${found}`,
        tone: 'success',
      });
      onClose();
    } catch (problem) {
      setError(placeServerErrors(form.setError, problem));
    }
  });
  return (
    <FormFrame
      id={id}
      title={`Count ${sku.code}`}
      action="Save count"
      busy={formState.isSubmitting}
      isDirty={formState.isDirty}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid gap-y-2.5">
        <PlaceField
          value={place}
          onChange={choose}
          error={wrong('inventoryLocationId')}
          hint={
            place === 0
              ? undefined
              : `The ledger says ${unitsText(stockAt(sku, place)?.onHand ?? 0)} ${sku.unit} there.`
          }
        />
        {sku.serialized ? (
          <Field
            label="Serial numbers"
            hint={`One a line, of every unit that is there: ${serialsIn(text).length} now.`}
            error={wrong('serials') ?? wrong('quantity')}
          >
            <TextArea rows={5} value={text} onChange={({ target }) => take(target.value)} />
          </Field>
        ) : (
          <UnitsField
            control={control}
            name="quantity"
            label={`Found (${sku.unit})`}
            error={wrong('quantity')}
          />
        )}
        <Field label="Memo" error={wrong('memo')}>
          <TextField {...register('memo')} maxLength={LONGEST_SKU.memo} />
        </Field>
      </div>
    </FormFrame>
  );
}
