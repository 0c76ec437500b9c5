import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { CatalogueItem } from '#contract/catalogue.ts';
import { catalogueMutations } from '../../data/catalogue.ts';
import { changedOf } from '../changed-of.ts';
import { FormFrame } from '../form-frame.tsx';
import { placeServerErrors } from '../place-server-errors.ts';
import type { PickedSku } from '../sku-picker.tsx';
import { useDecidedSave } from '../use-decided-save.tsx';
import type { PickedVendor } from '../vendor-picker.tsx';
import { ItemFields } from './item-fields.tsx';
import { blankItem, type ItemTyped, type ItemValues, itemRules, valuesOf } from './item-values.ts';
import { PriceHistory } from './price-history.tsx';
import { sayWithUndo } from './say-with-undo.ts';

export type ItemFormProps = {
  /** null: a new one */
  item: CatalogueItem | null;
  /** Of a new one, the side it is opened from; the other is chosen. */
  vendor?: PickedVendor;
  sku?: PickedSku;
  /** The zone times are read in. */
  zone: string;
  onUndo: (operationId: number) => void;
  onClose: () => void;
};

/** A SKU in a vendor's catalogue: new, or changed. Only what was changed is sent, so that others' changes stay. */
export function ItemForm({ item: shown, vendor, sku, zone, onUndo, onClose }: ItemFormProps) {
  // As it was when it was opened: what others change meanwhile must not look like the person's own change back.
  const [item] = useState(shown);
  const id = useId();
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [pickedSku, setSku] = useState<PickedSku | null>(
    item ? { id: item.skuId, code: item.skuCode, name: item.skuName, unit: item.skuUnit } : (sku ?? null),
  );
  const [pickedVendor, setVendor] = useState<PickedVendor | null>(vendor ?? null);
  const add = useMutation(catalogueMutations.create());
  const update = useMutation(catalogueMutations.update());
  const before = item ? valuesOf(item) : blankItem(vendor?.id ?? 0, sku?.id ?? 0);
  const form = useForm<ItemTyped, unknown, ItemValues>({
    resolver: zodResolver(itemRules),
    defaultValues: before,
  });
  const decided = useDecidedSave(item ? [{ kind: 'catalogueItem', id: item.id, version: item.version }] : []);
  const onRefused = (problem: unknown) => {
    setRefused(problem);
    setError(placeServerErrors(form.setError, problem));
  };
  const submit = form.handleSubmit(async ({ vendorId, skuId, ...values }) => {
    setError(null);
    setRefused(null);
    if (!item) {
      const made = await add.mutateAsync({ vendorId, skuId, item: values }).catch(onRefused);
      if (!made) return;
      const { skuCode, vendorName } = made.item;
      sayWithUndo(`${skuCode} is in the catalogue of ${vendorName}`, made.operationId, onUndo);
      return onClose();
    }
    const { vendorId: _vendor, skuId: _sku, ...was } = before;
    const changes = changedOf(was, values);
    if (Object.keys(changes).length === 0) return onClose();
    await decided.save(
      changes,
      (left, expected) =>
        update
          .mutateAsync({ id: item.id, changes: left, expected })
          .then((saved) =>
            sayWithUndo(
              saved.merged ? `${item.skuCode} saved beside others’ changes` : `${item.skuCode} saved`,
              saved.operationId,
              onUndo,
            ),
          ),
      { onSaved: onClose, onRefused },
    );
  });
  const title = item
    ? `${item.skuCode} of ${item.vendorName}`
    : sku
      ? `Who sells ${sku.code}`
      : `Add a SKU to the catalogue of ${vendor?.name ?? 'the vendor'}`;
  return (
    <FormFrame
      id={id}
      title={title}
      action={item ? 'Save' : 'Add'}
      busy={form.formState.isSubmitting}
      isDirty={form.formState.isDirty}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <ItemFields
          sku={pickedSku}
          onSku={item || sku ? null : setSku}
          vendor={pickedVendor}
          onVendor={item || vendor ? null : setVendor}
          refused={refused}
        />
      </FormProvider>
      {item && <PriceHistory itemId={item.id} zone={zone} />}
      {decided.dialog}
    </FormFrame>
  );
}
