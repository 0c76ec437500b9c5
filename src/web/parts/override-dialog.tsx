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
  /** The `schedule.conflict` (or `schedule.override_…`) refusal; nothing is shown for null. */
  error: ProblemError | null;
  wording?: Wording | undefined;
  busy?: boolean | undefined;
  /** Sends the same again with this as `overrideReason`. */
  onOverride: (reason: string) => void;
  onClose: () => void;
};

/** The time is taken: says by what, and lets those who may book over it say why. Others are told whom to ask. */
export function OverrideDialog({ error, wording = {}, busy, onOverride, onClose }: OverrideDialogProps) {
  const may = hasRight(useCurrentUser(), 'overrideSchedule');
  if (!error?.code.startsWith('schedule.')) return null;
  const lines = conflictLines(error.params, wording);
  if (may) {
    return (
      <ConfirmDialog
        open
        onOpenChange={(open) => !open && onClose()}
        title="Book over this?"
        description={lines.join(' ') || refusalText(error.code, error.params, wording)}
        action="Book over it"
        busy={busy}
        reason={{ label: 'Reason', hint: 'Kept with the visit and shown on the board.' }}
        onConfirm={onOverride}
      />
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="narrow"
      title="The time is taken"
      description={refusalText('schedule.override_not_allowed', error.params, wording)}
      footer={
        <Button size="form" variant="primary" onClick={onClose}>
          Choose another time
        </Button>
      }
    />
  );
}
