import { useMutation } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import type { Sku } from '#contract/sku.ts';
import { skuMutations } from '../../data/skus.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast-store.ts';

export type SkuActionsProps = { sku: Sku; onChange: () => void; onUndo: (operationId: number) => void };

/** Change it, take it out of use, use it again. What lies somewhere stays in use: the refusal says how much. */
export function SkuActions({ sku, onChange, onUndo }: SkuActionsProps) {
  const { id, version, code, active } = sku;
  const { mutate, isPending } = useMutation(skuMutations.update());
  const turn = () =>
    mutate(
      { id, changes: { active: !active }, expected: [{ kind: 'sku', id, version }] },
      {
        onSuccess: ({ operationId }) =>
          toast({
            title: active ? `${code} is out of use` : `${code} is in use again`,
            tone: 'success',
            action: { label: 'Undo', act: () => onUndo(operationId) },
          }),
        onError: (error) =>
          toast({
            title: active ? 'Not taken out of use' : 'Not brought back',
            body: errorText(error),
            tone: 'error',
          }),
      },
    );
  return (
    <>
      <Button
        size="form"
        variant="ghost"
        icon={active ? <Archive aria-hidden /> : <ArchiveRestore aria-hidden />}
        busy={isPending}
        onClick={turn}
      >
        {active ? 'Take out of use' : 'Use again'}
      </Button>
      <Button size="form" variant="primary" icon={<Pencil aria-hidden />} onClick={onChange}>
        Change
      </Button>
    </>
  );
}
