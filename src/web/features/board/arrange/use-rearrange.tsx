import { MutationObserver, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import { arrangementMutations } from '../../../data/arrangements.ts';
import { problemOf } from '../../../lib/api.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { toldError, toldText } from '../../../lib/told-text.ts';
import { tellMessages } from '../../../parts/told-messages.ts';
import { tellStep } from '../../../parts/told-step.ts';
import { UndoRefusedDialog } from '../../../parts/undo-refused-dialog.tsx';
import { useUndo } from '../../../parts/use-undo.ts';
import { toast } from '../../../ui/toast-store.ts';
import type { DayIndex } from '../day/day-index.ts';
import { useOpenDraft } from '../drafts/draft-context.ts';
import { asSent, checkMoves, labelOf } from './check-moves.ts';
import {
  type MoveAnswer,
  type MoveQuestion,
  MoveQuestionDialog,
  questionAfter,
  questionBefore,
  verbOf,
} from './move-questions.tsx';
import { refusedRows } from './refused-rows.ts';

export type Asked = {
  readonly moves: readonly VisitMove[];
  /** The toast: "3 visits moved 30 minutes later". */
  readonly done: string;
  /** Before it is sent, so that no bar is seen at its old place again; `back` when it was not done after all. */
  readonly onSend?: (() => void) | undefined;
  readonly onBack?: (() => void) | undefined;
};
type Pending = { readonly asked: Asked; readonly said: MoveAnswer; readonly question: MoveQuestion };
type Written = Parameters<typeof tellStep>[1];

/** Several moves as one command, with the questions a single drop asks: book over it?, call back?, and one Undo. */
export function useRearrange(index: DayIndex, wording: Wording) {
  const client = useQueryClient();
  const router = useRouter();
  const [pending, setPending] = useState<Pending | null>(null);
  const [busy, setBusy] = useState(false);
  const { undo, refusal, dismiss } = useUndo();
  const draft = useOpenDraft();

  /** True when it was done; anything refused is told in a toast that names the visit. */
  const tell = useCallback(
    async (done: string, attempt: () => Promise<Written>): Promise<boolean | unknown> => {
      setBusy(true);
      try {
        const written = await attempt();
        tellMessages(router, written.operationId, tellStep(done, written, wording, undo));
        return true;
      } catch (error) {
        return error;
      } finally {
        setBusy(false);
      }
    },
    [undo, router, wording],
  );
  const refused = (error: unknown) =>
    toast({ title: 'Not done', body: refusedText(index, error, wording), tone: 'error' });

  const attempt = async (asked: Asked, said: MoveAnswer): Promise<void> => {
    const { cancelDispatch, overrideReason } = said;
    asked.onSend?.();
    const result = await tell(asked.done, () =>
      new MutationObserver(client, arrangementMutations.rearrange()).mutate({
        moves: asked.moves.map((move) => ({ ...asSent(move), cancelDispatch })),
        ...(overrideReason && { overrideReason }),
      }),
    );
    setPending(null);
    if (result === true) return;
    asked.onBack?.();
    const question = questionAfter(result, said, () => refusedText(index, result, wording));
    if (question) setPending({ asked, said, question });
    else refused(result);
  };

  const send = (asked: Asked): void => {
    if (draft) {
      // Refused, no bar may be seen at its other place.
      if (draft.rearrange(asked.moves, asked.done)) asked.onSend?.();
      else asked.onBack?.();
      return;
    }
    const checked = checkMoves(index, asked.moves, wording);
    const said = { cancelDispatch: checked.calledBack.length > 0 };
    const question = questionBefore(checked, wording);
    if (question) setPending({ asked, said, question });
    else void attempt(asked, said);
  };

  const dialogs: ReactNode = (
    <>
      <MoveQuestionDialog
        question={pending?.question ?? null}
        verb={verbOf(pending?.asked.moves ?? [])}
        wording={wording}
        busy={busy}
        onAnswer={(answer) => pending && void attempt(pending.asked, { ...pending.said, ...answer })}
        onClose={() => setPending(null)}
      />
      <UndoRefusedDialog error={refusal} onClose={dismiss} />
    </>
  );
  return { send, tell, refused, dialogs, busy };
}

/** Each refused visit with its own reason. */
function refusedText(index: DayIndex, error: unknown, wording: Wording): string {
  const problem = problemOf(error);
  const rows = problem ? refusedRows(problem) : [];
  if (problem && rows.length > 0) {
    const lines = rows.map(({ id, label, refusal }) => {
      const visit = index.visits.get(id);
      return `${visit ? labelOf(visit) : `#${label}`}: ${toldText(refusal.code, refusal.params, wording)}`;
    });
    return lines.join(' ');
  }
  const visit = problem && index.visits.get(Number(problem.params.appointmentId ?? problem.params.id));
  const about = visit ? `${labelOf(visit)}: ` : '';
  if (problem?.code !== 'request.stale') return `${about}${toldError(error, wording)}`;
  // Of one visit both plans are shown side by side; of several the board shows where they are now.
  const who = typeof problem.params.byName === 'string' ? problem.params.byName : 'Somebody else';
  return `${about}${who} changed it in the meantime. Nothing was moved: look where the visits are now and try again.`;
}
