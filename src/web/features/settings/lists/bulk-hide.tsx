import { useMutation } from '@tanstack/react-query';
import type { SetupRecord } from '#contract/setup-record.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { setupRecordMutations } from '../../../data/setup-records.ts';
import { errorText } from '../../../lib/refusal-text.ts';
import { useUndo } from '../../../parts/use-undo.ts';
import { Button } from '../../../ui/button.tsx';
import { toast } from '../../../ui/toast-store.ts';

export type BulkHideProps = {
  kind: SetupKind;
  selected: readonly SetupRecord[];
  onDone: () => void;
};

/** The chosen records out of use, or in use again: one step, one undo. */
export function BulkHide({ kind, selected, onDone }: BulkHideProps) {
  const { undo } = useUndo();
  const hide = useMutation(setupRecordMutations.hide());
  const set = (records: readonly SetupRecord[], { active }: Pick<SetupRecord, 'active'>) =>
    hide.mutate(
      { kind, active, expected: records.map(({ id, version }) => ({ kind, id, version })) },
      {
        onSuccess: ({ operationId, items }) => {
          const what = `${items.length} ${items.length === 1 ? setupKind(kind).one : setupKind(kind).title.toLowerCase()}`;
          toast({
            title: active ? `${what} in use again` : `${what} out of use`,
            tone: 'success',
            action: { label: 'Undo', act: () => undo(operationId) },
          });
          onDone();
        },
        onError: (error) => toast({ title: errorText(error), tone: 'error' }),
      },
    );
  const inUse = selected.filter(({ active }) => active);
  const others = selected.filter(({ active }) => !active);
  return (
    <>
      {inUse.length > 0 && (
        <Button busy={hide.isPending} onClick={() => set(inUse, { active: false })}>
          Take out of use
        </Button>
      )}
      {others.length > 0 && (
        <Button busy={hide.isPending} onClick={() => set(others, { active: true })}>
          Use again
        </Button>
      )}
    </>
  );
}
