import type { ProblemError } from '#contract/problem.ts';
import { useCurrentUser } from '../data/current-user.ts';
import { conflictLines } from '../lib/conflict-text.ts';
import type { Wording } from '../lib/refusal-params.ts';
import { refusalText } from '../lib/refusal-text.ts';
import { hasRight } from '../lib/session.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';

export type OverrideDialogProps = {
  /** The `schedule.conflict` (or `schedule.override_…`, `capacity.window_full`) refusal; nothing is shown for null. */
  error: ProblemError | null;
  wording?: Wording | undefined;
  busy?: boolean | undefined;
  /** Sends the same again with this as `overrideReason`. */
  onOverride: (reason: string) => void;
  onClose: () => void;
};

/** The time or the window is taken: says by what, and lets those who may book over it say why; others, whom to ask. */
export function OverrideDialog({ error, wording = {}, busy, onOverride, onClose }: OverrideDialogProps) {
  const may = hasRight(useCurrentUser(), 'overrideSchedule');
  const isFull = error?.code === 'capacity.window_full';
  if (!error || !(isFull || error.code.startsWith('schedule.'))) return null;
  if (may) {
    const lines = conflictLines(error.params, wording);
    return (
      <ConfirmDialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={isFull ? 'Book over a full window?' : 'Book over this?'}
        description={lines.join(' ') || refusalText(error.code, error.params, wording)}
        action="Book over it"
        busy={busy}
        reason={{
          label: 'Reason',
          hint: isFull ? 'Kept in the audit.' : 'Kept with the visit and shown on the board.',
        }}
        onConfirm={onOverride}
      />
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="narrow"
      title={isFull ? 'The window is full' : 'The time is taken'}
      description={refusalText(isFull ? error.code : 'schedule.override_not_allowed', error.params, wording)}
      footer={
        <Button size="form" variant="primary" onClick={onClose}>
          {isFull ? 'Choose another window' : 'Choose another time'}
        </Button>
      }
    />
  );
}
