import { useSuspenseQuery } from '@tanstack/react-query';
import { LONGEST_STEP_MEMO } from '#domain/lengths.ts';
import { setupQueries } from '../data/setup.ts';
import { StepDialog, type StepDialogProps } from './step-dialog.tsx';

export type ReasonDialogProps = Pick<
  StepDialogProps<number>,
  'title' | 'description' | 'action' | 'busy' | 'error' | 'onClose'
> & {
  /** Which of the set-up reasons are offered. */
  kind: 'Hold' | 'Cancel';
  onConfirm: (given: { reasonId: number; memo: string }) => void;
};

/** Asks why something is held or canceled: a reason of the set-up list, and words for the rest. */
export function ReasonDialog({ kind, onConfirm, ...dialog }: ReasonDialogProps) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const reasons = setup.reasons
    .filter((reason) => reason.active && reason.kind === kind)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <StepDialog<number>
      {...dialog}
      danger={kind === 'Cancel'}
      reasons={reasons}
      noReasons="There are no reasons yet. Ask an admin to add some."
      longestMemo={LONGEST_STEP_MEMO}
      onGive={({ reason, memo }) => reason !== null && onConfirm({ reasonId: reason, memo })}
    />
  );
}
