import { type RefObject, useCallback } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { msOf } from '#domain/time.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { mayCall } from '../../../lib/session.ts';
import { toldText } from '../../../lib/told-text.ts';
import type { VisitCommands } from '../../../parts/appointment-drawer/use-visit-commands.tsx';
import { onTheWay } from '../../../parts/appointment-drawer/visit-requests.ts';
import { toast } from '../../../ui/toast-store.ts';
import { barIdOf, wordsOf } from '../day/bars.ts';
import type { DayIndex } from '../day/day-index.ts';
import type { GridHandle } from '../grid-host.tsx';
import { previewMove } from '../preview/preview.ts';
import { conflictsOf } from '../preview/preview-text.ts';
import { plainRefusal } from './drop-preview.ts';
import { isIdle, type Move, pendingOf, requestOf } from './move-request.ts';

/** Every way a visit moves on the board ends here: refused in words, asked about, or sent and shown at once. */
export function useBoardMoves(
  index: DayIndex,
  commands: VisitCommands,
  wording: Wording,
  handle: RefObject<GridHandle | null>,
) {
  const user = useCurrentUser();
  const { send, plansOnly } = commands;
  return useCallback(
    (visit: AppointmentView, move: Move, barId: string | null): void => {
      if (isIdle(visit, move)) return;
      const request = requestOf(index, visit, move);
      const refusal = mayCall(user, request.command)
        ? plainRefusal(visit, move, wording)
        : toldText('session.forbidden');
      if (refusal) {
        toast({ title: 'Not moved', body: refusal, tone: 'error' });
        return;
      }
      const preview = previewMove(index, pendingOf(visit, move));
      const conflicts = preview ? conflictsOf(index, preview) : [];
      // A draft asks nothing.
      const isAsked = plansOnly === undefined && (conflicts.length > 0 || onTheWay(request).length > 0);
      if (!isAsked) showNow(handle.current, index, visit, move, barId);
      void send(request, conflicts);
    },
    [index, send, plansOnly, user, wording, handle],
  );
}

/** The bar where it was dropped, before the command is out; the pending move then says the same. */
function showNow(
  handle: GridHandle | null,
  index: DayIndex,
  visit: AppointmentView,
  move: Move,
  barId: string | null,
): void {
  if (!handle || (move.kind !== 'move' && move.kind !== 'resize' && move.kind !== 'park')) return;
  const to = move.kind !== 'resize' ? move.to : barId === null ? null : Number(barId.split(':')[1]);
  if (to === null) return;
  const old = barId === null ? null : handle.grid.bar(barId);
  const { activeElement } = document;
  const hadFocus =
    handle.grid.scroller.contains(activeElement) ||
    // A card, which is about to go; or a finger, which gives the focus to nothing.
    activeElement === document.body ||
    activeElement?.matches('[data-tray] [data-visit]') === true;
  const id = barIdOf(visit.id, to);
  handle.moveNow(barId, {
    ...(old ?? { appointmentId: visit.id, status: 'scheduled', flags: {}, text: wordsOf(visit, index) }),
    id,
    technicianId: to,
    start: msOf(move.start),
    end: msOf(move.end),
  });
  // The bar in the other lane is another element: the keyboard goes along with it.
  if (hadFocus && id !== barId) handle.grid.focus(id);
}
