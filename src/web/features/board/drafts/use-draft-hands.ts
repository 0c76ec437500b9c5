import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { BoardDay } from '#contract/board.ts';
import type { Decision } from '#domain/decision.ts';
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import {
  type DraftMove,
  type DraftStep,
  draftMoveOf,
  moveBetween,
} from '#domain/schedule/drafts/draft-move.ts';
import { foldMove, type SingleMove } from '../../../data/pending-moves.ts';
import { toldText } from '../../../lib/told-text.ts';
import { isPlan } from '../../../parts/appointment-drawer/offers.ts';
import type { VisitCommands } from '../../../parts/appointment-drawer/use-visit-commands.tsx';
import type { Written } from '../../../parts/appointment-drawer/visit-requests.ts';
import { announce } from '../../../ui/announcer.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { IN_DRAFT, type OpenDraft } from './draft-context.ts';
import { foldDraftDay } from './fold-draft-day.ts';

/** Done, and nothing of it is on the server's board. */
const DONE: Written = { operationId: 0, merged: false, cards: [], notes: [] };
const visitIn = ({ appointments }: BoardDay, id: number) => appointments.find((one) => one.id === id);
const refuse = (body: string) => toast({ title: 'Not moved', body, tone: 'error' });

/**
 * What the board does with a move while the draft is open.
 * @param day the live day, without the draft
 * @param locked why this person does not change the draft
 */
export function useDraftHands(
  id: number,
  day: BoardDay,
  steps: readonly DraftStep[],
  add: (moves: readonly DraftMove[]) => Decision<null>,
  locked: string | null,
): OpenDraft {
  const fold = useCallback((live: BoardDay) => foldDraftDay(live, steps), [steps]);
  const shown = useRef(day);
  useLayoutEffect(() => {
    shown.current = fold(day);
  }, [fold, day]);

  const take = useCallback(
    (moves: readonly DraftMove[], done: string): boolean => {
      if (locked) {
        refuse(locked);
        return false;
      }
      const added = add(moves);
      if (added.ok) announce(`In the draft: ${done}`);
      else refuse(toldText(added.refusal.code, added.refusal.params));
      return added.ok;
    },
    [add, locked],
  );

  const send = useCallback<VisitCommands['send']>(
    async ({ command, input, visit }) => {
      const before = visitIn(shown.current, visit.id);
      if (!isPlan(command) || !before) {
        refuse(IN_DRAFT);
        return null;
      }
      const alone = { ...shown.current, appointments: [before] };
      const after = foldMove(alone, { command, input } as SingleMove).appointments[0]!;
      if (after.windowStart !== before.windowStart || after.windowEnd !== before.windowEnd) {
        refuse('An arrival window is a promise to the customer: change it on the live board.');
        return null;
      }
      const move = moveBetween(before, after);
      return !move || take([move], `#${visit.jobNumber} moved`) ? DONE : null;
    },
    [take],
  );
  const rearrange = useCallback(
    (moves: readonly VisitMove[], done: string) => {
      const drafted = moves.flatMap((move) => {
        const visit = visitIn(shown.current, move.appointmentId);
        return (visit && draftMoveOf(visit, move)) ?? [];
      });
      return take(drafted, done);
    },
    [take],
  );
  return useMemo(() => ({ id, fold, send, rearrange, refusal: locked }), [id, fold, send, rearrange, locked]);
}
