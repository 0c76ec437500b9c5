import type { ProblemError } from '#contract/problem.ts';
import type { Versioned } from '../../data/versions.ts';
import type { Wording } from '../../lib/refusal-params.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { OverrideDialog } from '../override-dialog.tsx';
import { StaleDialog } from '../stale-dialog.tsx';
import { onTheWay, type VisitRequest } from './visit-requests.ts';

export type Question =
  | { readonly kind: 'override' | 'stale'; readonly request: VisitRequest; readonly error: ProblemError }
  | { readonly kind: 'callBack'; readonly request: VisitRequest; readonly technicianIds: readonly number[] };

export type QuestionDialogProps = {
  question: Question;
  wording: Wording;
  zone: string;
  busy: boolean;
  /** The same request again with more said. */
  onAgain: (more: Readonly<Record<string, unknown>>) => void;
  /** The same request again, on what the person has just been shown. */
  onApplyMine: (shown: readonly Versioned[]) => void;
  onClose: () => void;
};

/** What a command may ask before it is done: book over it?, call back?, changed meanwhile? Read when first needed. */
export function QuestionDialog({
  question,
  wording,
  zone,
  busy,
  onAgain,
  onApplyMine,
  onClose,
}: QuestionDialogProps) {
  const { kind, request } = question;
  if (kind === 'override') {
    return (
      <OverrideDialog
        error={question.error}
        wording={wording}
        busy={busy}
        onOverride={(overrideReason) =>
          onAgain({ overrideReason, ...(onTheWay(request).length > 0 && { cancelDispatch: true }) })
        }
        onClose={onClose}
      />
    );
  }
  if (kind === 'callBack') {
    const { technicianIds } = question;
    const callBack = `Call back and ${request.command === 'appointments.park' ? 'park' : 'move'}`;
    return (
      <ConfirmDialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={`${callBack}?`}
        description={refusalText('appointment.dispatched_needs_cancel_dispatch', { technicianIds }, wording)}
        action={callBack}
        busy={busy}
        onConfirm={() => onAgain({ cancelDispatch: true })}
      />
    );
  }
  return (
    <StaleDialog
      error={question.error}
      mine={request.mine ?? {}}
      zone={zone}
      onClose={onClose}
      onDecide={(theirs, shown) => (theirs.length > 0 ? onClose() : onApplyMine(shown))}
    />
  );
}
