import { ProblemError } from '#contract/problem.ts';
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import { problemOf } from '../../../lib/api.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { OverrideDialog } from '../../../parts/override-dialog.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { type Checked, labelOf } from './check-moves.ts';
import { refusedRows } from './refused-rows.ts';

/** What a single drop asks, asked once for many: book over taken time?, call back who is on the way? */
export type MoveQuestion =
  | { readonly kind: 'override'; readonly error: ProblemError }
  | { readonly kind: 'callBack'; readonly description: string };
export type MoveAnswer = { readonly overrideReason?: string; readonly cancelDispatch: boolean };

/** Before anything is sent; null: there is nothing to ask. */
export function questionBefore(
  { conflicts, calledBack }: Pick<Checked, 'conflicts' | 'calledBack'>,
  wording: Wording,
): MoveQuestion | null {
  if (conflicts.length > 0)
    return { kind: 'override', error: new ProblemError('schedule.conflict', { conflicts }) };
  if (calledBack.length === 0) return null;
  const who = calledBack.map(
    ({ visit, technicianId }) =>
      `${wording.technicianName?.(technicianId) ?? 'Somebody'} is on the way to ${labelOf(visit)}.`,
  );
  return { kind: 'callBack', description: who.join(' ') };
}

/** When the server refused: somebody was quicker. Null: no answer helps. */
export function questionAfter(
  error: unknown,
  { cancelDispatch }: MoveAnswer,
  refusedText: () => string,
): MoveQuestion | null {
  const problem = problemOf(error);
  if (problem && ['schedule.conflict', 'schedule.override_not_allowed'].includes(problem.code))
    return { kind: 'override', error: problem };
  if (problem && !cancelDispatch && isCallBack(problem))
    return { kind: 'callBack', description: refusedText() };
  return null;
}

const CALL_BACK = '.dispatched_needs_cancel_dispatch';
function isCallBack(problem: ProblemError): boolean {
  const rows = refusedRows(problem);
  return rows.length > 0 && rows.every(({ refusal }) => refusal.code.endsWith(CALL_BACK));
}

/** What is done with all of them, in one word: into a holding lane nobody is moved. */
export const verbOf = (moves: readonly VisitMove[]): 'move' | 'park' =>
  moves.length > 0 && moves.every(({ holdingLaneId }) => typeof holdingLaneId === 'number') ? 'park' : 'move';

export type MoveQuestionDialogProps = {
  question: MoveQuestion | null;
  /** "Call back and move". */
  verb: 'move' | 'park' | 'publish';
  wording: Wording;
  busy: boolean;
  onAnswer: (answer: Partial<MoveAnswer>) => void;
  onClose: () => void;
};

/** The question, if there is one. */
export function MoveQuestionDialog({
  question,
  verb,
  wording,
  busy,
  onAnswer,
  onClose,
}: MoveQuestionDialogProps) {
  if (question?.kind === 'override')
    return (
      <OverrideDialog
        error={question.error}
        wording={wording}
        busy={busy}
        onOverride={(overrideReason) => onAnswer({ overrideReason })}
        onClose={onClose}
      />
    );
  if (question === null) return null;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Call back and ${verb}?`}
      description={question.description}
      action={`Call back and ${verb}`}
      busy={busy}
      onConfirm={() => onAnswer({ cancelDispatch: true })}
    />
  );
}
