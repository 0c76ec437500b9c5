import { MutationObserver, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import { draftMutations, draftQueries } from '../../../data/drafts.ts';
import { problemOf } from '../../../lib/api.ts';
import type { Params, Wording } from '../../../lib/refusal-params.ts';
import { toldError, toldText } from '../../../lib/told-text.ts';
import { tellMessages } from '../../../parts/told-messages.ts';
import { tellStep } from '../../../parts/told-step.ts';
import { UndoRefusedDialog } from '../../../parts/undo-refused-dialog.tsx';
import { useUndo } from '../../../parts/use-undo.ts';
import { visitsSaid } from '../arrange/arrange-words.ts';
import { asSent, checkMoves, labelOf } from '../arrange/check-moves.ts';
import {
  type MoveAnswer,
  type MoveQuestion,
  MoveQuestionDialog,
  questionAfter,
  questionBefore,
} from '../arrange/move-questions.tsx';
import { refusedRows } from '../arrange/refused-rows.ts';
import type { DayIndex } from '../day/day-index.ts';

type Pending = {
  readonly moves: readonly VisitMove[];
  readonly said: MoveAnswer;
  readonly question: MoveQuestion;
};
/** By visit; `all`: of the publication as a whole. */
export type Refused = { readonly visits: ReadonlyMap<number, string>; readonly all: string | null };
const NOTHING: Refused = { visits: new Map(), all: null };

/**
 * Moves of a draft on the live day, as one step with one undo; asked about as several moves on the live board are.
 * @param live the day the moves go onto
 */
export function usePublish(draftId: number, live: DayIndex, wording: Wording, onDone: () => void) {
  const client = useQueryClient();
  const router = useRouter();
  const [pending, setPending] = useState<Pending | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>(NOTHING);
  const { undo, refusal, dismiss } = useUndo();

  const attempt = async (moves: readonly VisitMove[], said: MoveAnswer): Promise<void> => {
    const { cancelDispatch, overrideReason } = said;
    setBusy(true);
    setRefused(NOTHING);
    try {
      const written = await new MutationObserver(client, draftMutations.publish()).mutate({
        id: draftId,
        moves: moves.map((move) => ({ ...asSent(move), cancelDispatch })),
        ...(overrideReason && { overrideReason }),
      });
      setPending(null);
      const said = tellStep(`${visitsSaid(moves.length)} published`, written, wording, undo);
      tellMessages(router, written.operationId, said);
      onDone();
    } catch (error) {
      const told = refusedIn(error, live, wording);
      const question = questionAfter(error, said, () => told.all ?? '');
      setPending(question && { moves, said, question });
      if (!question) {
        setRefused(told);
        void client.invalidateQueries({ queryKey: draftQueries.detail(draftId).queryKey });
      }
    } finally {
      setBusy(false);
    }
  };

  const publish = (moves: readonly VisitMove[]): void => {
    const checked = checkMoves(live, moves, wording);
    const said = { cancelDispatch: checked.calledBack.length > 0 };
    const question = questionBefore(checked, wording);
    if (question) setPending({ moves, said, question });
    else void attempt(moves, said);
  };

  const dialogs: ReactNode = (
    <>
      <MoveQuestionDialog
        question={pending?.question ?? null}
        verb="publish"
        wording={wording}
        busy={busy}
        onAnswer={(answer) => pending && void attempt(pending.moves, { ...pending.said, ...answer })}
        onClose={() => setPending(null)}
      />
      <UndoRefusedDialog error={refusal} onClose={dismiss} />
    </>
  );
  return { publish, busy, refused, dialogs };
}

/** Each refused visit with its own reason; what is about none of them, or about all, in one sentence. */
function refusedIn(error: unknown, { visits }: DayIndex, wording: Wording): Refused {
  const problem = problemOf(error);
  const rows = problem ? refusedRows(problem) : [];
  const told = new Map(
    rows.map(({ id, refusal }) => [id, toldText(refusal.code, refusal.params, wording)] as const),
  );
  if (told.size > 0) {
    const named = [...told].map(([id, text]) => {
      const visit = visits.get(id);
      return `${visit ? `${labelOf(visit)}: ` : ''}${text}`;
    });
    return { visits: told, all: named.join(' ') };
  }
  if (problem?.code === 'request.stale') {
    const { params }: { params: Params } = problem;
    const id = Number(params.appointmentId ?? params.id);
    const by = typeof params.byName === 'string' ? params.byName : 'Somebody else';
    const text = `${by} changed it in the meantime. Nothing was published: look at it as it is now.`;
    return visits.has(id) ? { visits: new Map([[id, text]]), all: null } : { ...NOTHING, all: text };
  }
  return { ...NOTHING, all: toldError(error, wording) };
}
