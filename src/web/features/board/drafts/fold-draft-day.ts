/** The live board day under a draft: folded as moves on their way to the server are (`data/pending-moves.ts`). */
import type { BoardDay } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import { exchanges, type VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import { crewIds, type DraftStep, laneOf } from '#domain/schedule/drafts/draft-move.ts';
import { type MoveOnDay, movesOnDay } from '#domain/schedule/drafts/fold.ts';
import { netMoves } from '#domain/schedule/drafts/steps.ts';
import { foldMove } from '../../../data/pending-moves.ts';
import { asSent } from '../arrange/check-moves.ts';
import { markDrafted } from './draft-context.ts';

export type ShownMove = MoveOnDay & {
  /** As it is on the live day; undefined: it is not on it any more. */
  readonly live: AppointmentView | undefined;
  /** What publishing sends; null for a move that does not fit. */
  readonly sent: VisitMove | null;
};

/** The draft's moves on this day, with those that are there already left out. */
export function shownMoves(live: BoardDay, steps: readonly DraftStep[]): readonly ShownMove[] {
  const ids = new Set(netMoves(steps).map(({ appointmentId }) => appointmentId));
  if (ids.size === 0) return [];
  const visits = new Map(live.appointments.flatMap((one) => (ids.has(one.id) ? [[one.id, one]] : [])));
  return movesOnDay(visits, steps)
    .filter(({ now }) => now.kind !== 'there')
    .map((one) => {
      const visit = visits.get(one.move.appointmentId);
      return { ...one, live: visit, sent: visit ? sentOf(visit, one) : null };
    });
}

function sentOf(live: AppointmentView, { now }: MoveOnDay): VisitMove | null {
  if (now.kind !== 'fits') return null;
  const { span, crew, lane } = now;
  const move = { appointmentId: live.id, ...span };
  // Into a lane it leaves everybody; given to somebody it leaves its lane by itself.
  if (lane !== null && lane !== laneOf(live)) return { ...move, technicians: [], holdingLaneId: lane };
  const leaves = lane === null && laneOf(live) !== null && crew.length === 0;
  return {
    ...move,
    technicians: exchanges(crewIds(live), crew),
    ...(leaves && { holdingLaneId: null }),
  };
}

/** A visit the draft takes to another day is not on this one. */
export function foldDraftDay(live: BoardDay, steps: readonly DraftStep[]): BoardDay {
  const moves = shownMoves(live, steps).flatMap(({ sent }) => sent ?? []);
  if (moves.length === 0) return live;
  const moved = new Set(moves.map(({ appointmentId }) => appointmentId));
  const folded = foldMove(live, { command: 'appointments.rearrange', input: { moves: moves.map(asSent) } });
  for (const visit of folded.appointments) if (moved.has(visit.id)) markDrafted(visit);
  const stays = ({ id, start, end }: AppointmentView) =>
    !moved.has(id) || (start < live.end && end > live.start);
  return { ...folded, appointments: folded.appointments.filter(stays) };
}
