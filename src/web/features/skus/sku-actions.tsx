import { useMutation } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Sku } from '#contract/sku.ts';
import { skuMutations } from '../../data/skus.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { someNames } from '../../lib/some-names.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast-store.ts';

export type SkuActionsProps = { sku: Sku; onChange: () => void; onUndo: (operationId: number) => void };

/**
 * Change it, take it out of use, use it again. Who sells it is told first; what lies somewhere stays in use,
 * and the refusal says how much.
 */
export function SkuActions({ sku, onChange, onUndo }: SkuActionsProps) {
  const { id, version, code, active, soldBy } = sku;
  const [isAsking, setAsking] = useState(false);
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
        onSettled: () => setAsking(false),
      },
    );
  return (
    <>
      <Button
        size="form"
        variant="ghost"
        icon={active ? <Archive aria-hidden /> : <ArchiveRestore aria-hidden />}
        busy={isPending}
        onClick={() => (active && soldBy.length > 0 ? setAsking(true) : turn())}
      >
        {active ? 'Take out of use' : 'Use again'}
      </Button>
      <Button size="form" variant="primary" icon={<Pencil aria-hidden />} onClick={onChange}>
        Change
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Take ${code} out of use?`}
        description={`It is in the ${soldBy.length === 1 ? 'catalogue' : 'catalogues'} of ${someNames(soldBy)}, and stays there. Nothing new is bought of it any more.`}
        action="Take out of use"
        busy={isPending}
        onConfirm={turn}
      />
    </>
  );
}
