import { useMutation } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Vendor } from '#contract/vendor.ts';
import { vendorMutations } from '../../data/vendors.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { toast } from '../../ui/toast-store.ts';
import { outOfUseEffects } from './out-of-use-effects.ts';

export type VendorActionsProps = {
  vendor: Vendor;
  onChange: () => void;
  onUndo: (operationId: number) => void;
};

/** Change it, take it out of use, use it again. Who is paid in place of others, or sells something, is asked about first. */
export function VendorActions({ vendor, onChange, onUndo }: VendorActionsProps) {
  const { id, version, name, active } = vendor;
  const [isAsking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation(vendorMutations.update());
  const set = (next: boolean) =>
    mutate(
      { id, changes: { active: next }, expected: [{ kind: 'vendor', id, version }] },
      {
        onSuccess: ({ operationId }) =>
          toast({
            title: next ? `${name} is in use again` : `${name} is out of use`,
            tone: 'success',
            action: { label: 'Undo', act: () => onUndo(operationId) },
          }),
        onError: (error) =>
          toast({
            title: next ? 'Not brought back' : 'Not taken out of use',
            body: errorText(error),
            tone: 'error',
          }),
        onSettled: () => setAsking(false),
      },
    );
  const effects = outOfUseEffects(vendor);
  return (
    <>
      <Button
        size="form"
        variant="ghost"
        icon={active ? <Archive aria-hidden /> : <ArchiveRestore aria-hidden />}
        busy={isPending}
        onClick={() => (active && effects !== '' ? setAsking(true) : set(!active))}
      >
        {active ? 'Take out of use' : 'Use again'}
      </Button>
      <Button size="form" variant="primary" icon={<Pencil aria-hidden />} onClick={onChange}>
        Change
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Take ${name} out of use?`}
        description={effects}
        action="Take out of use"
        busy={isPending}
        onConfirm={() => set(false)}
      />
    </>
  );
}
