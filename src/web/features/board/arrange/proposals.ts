/** What each question proposes, from the rules of `domain/schedule/arrangements`. */
import { type Decision, refuse } from '#domain/decision.ts';
import { alignToTravel } from '#domain/schedule/arrangements/align-to-travel.ts';
import type { ArrangedDay, Proposal } from '#domain/schedule/arrangements/arranged-day.ts';
import { moveBy } from '#domain/schedule/arrangements/move-by.ts';
import type { Bar } from '#domain/schedule/arrangements/move-together.ts';
import { parkTogether } from '#domain/schedule/arrangements/park-together.ts';
import { pushTheRest } from '#domain/schedule/arrangements/push-the-rest.ts';
import { reassignKeepingTimes } from '#domain/schedule/arrangements/reassign-keeping-times.ts';
import { swapTwo } from '#domain/schedule/arrangements/swap-two.ts';
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import type { ArrangeQuestion } from './arrange-question.ts';

export type Answers = {
  /** null: not a whole number yet. */
  readonly minutes: number | null;
  readonly technicianId: number | null;
  readonly otherId: number | null;
  /** A holding lane. */
  readonly laneId: number | null;
};

/** Bar ids are `visit:technician` (`barIdOf`). */
export function barOf(barId: string): { readonly appointmentId: number; readonly technicianId: number } {
  const [appointmentId, technicianId] = barId.split(':').map(Number);
  return { appointmentId: appointmentId!, technicianId: technicianId! };
}

/** null: the answers do not say enough yet. */
export function propose(day: ArrangedDay, question: ArrangeQuestion, answers: Answers): Proposal | null {
  const { minutes, technicianId, otherId, laneId } = answers;
  // Somebody else may have taken one of them to another day while the dialog is open.
  if (!named(question, otherId).every((id) => day.visits.some((visit) => visit.id === id)))
    return refuse('assignment.not_found');
  switch (question.kind) {
    case 'moveBy':
      return minutes === null || minutes === 0 ? null : moveBy(day, question.visitIds, minutes);
    case 'park':
      return laneId === null ? null : parkTogether(day, question.visitIds, laneId);
    case 'push':
      return minutes === null || minutes < 1
        ? null
        : pushTheRest(day, question.technicianId, question.visitId, minutes);
    case 'giveTo':
      return technicianId === null ? null : giveTo(day, question.barIds.map(barOf), technicianId);
    case 'swap':
      return otherId === null ? null : swapTwo(day, question.visitId, otherId);
    case 'align':
      return alignToTravel(day, question.technicianId);
    case 'split':
    case 'duplicate':
      return null;
  }
}

function named(question: ArrangeQuestion, otherId: number | null): readonly number[] {
  switch (question.kind) {
    case 'moveBy':
    case 'park':
      return question.visitIds;
    case 'giveTo':
      return question.barIds.map((id) => barOf(id).appointmentId);
    case 'swap':
      return [question.visitId, ...(otherId === null ? [] : [otherId])];
    case 'align':
      return [];
    default:
      return [question.visitId];
  }
}

type TakenBar = Bar & { readonly technicianId: number };

/** Bars of several technicians, lane by lane; who has theirs already keeps them. */
function giveTo(day: ArrangedDay, bars: readonly TakenBar[], to: number): Decision<readonly VisitMove[]> {
  const moves: VisitMove[] = [];
  const lanes = new Set(bars.map((bar) => bar.technicianId).filter((id) => id !== to));
  for (const from of lanes) {
    const ids = bars.flatMap((bar) => (bar.technicianId === from ? bar.appointmentId : []));
    const twice = ids.find((id) => moves.some(({ appointmentId }) => appointmentId === id));
    // Both of a crew's bars are selected: one person cannot come twice.
    if (twice !== undefined) return refuse('assignment.exists', { appointmentId: twice, technicianId: to });
    const given = reassignKeepingTimes(day, ids, from, to);
    if (!given.ok) return given;
    moves.push(...given.value);
  }
  return moves.length > 0 ? { ok: true, value: moves } : refuse('arrangement.nothing');
}
