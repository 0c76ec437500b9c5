import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { CatalogueItem } from '#contract/catalogue.ts';
import { catalogueMutations } from '../../data/catalogue.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast-store.ts';
import { sayWithUndo } from './say-with-undo.ts';

export type RemoveItemProps = { item: CatalogueItem; onUndo: (operationId: number) => void };

/** Out of the catalogue at once, with an Undo. */
export function RemoveItem({ item, onUndo }: RemoveItemProps) {
  const { mutate, isPending } = useMutation(catalogueMutations.update());
  const { id, version, skuCode, vendorName } = item;
  const remove = () =>
    mutate(
      { id, changes: { active: false }, expected: [{ kind: 'catalogueItem', id, version }] },
      {
        onSuccess: ({ operationId }) =>
          sayWithUndo(`${skuCode} is out of the catalogue of ${vendorName}`, operationId, onUndo),
        onError: (error) => toast({ title: 'Not removed', body: errorText(error), tone: 'error' }),
      },
    );
  return (
    <IconButton
      label={`Remove ${skuCode} of ${vendorName}`}
      icon={<X aria-hidden />}
      busy={isPending}
      onClick={remove}
    />
  );
}
