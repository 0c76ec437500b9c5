/** What the grid asks while something is in hand, and what a drop means: the same answer before and after. */
import type { AppointmentView } from '#contract/job.ts';
import { instantFromMs } from '#domain/time.ts';
import { formatTimeRange } from '../../../lib/format.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { toldText } from '../../../lib/told-text.ts';
import { onTheWay } from '../../../parts/appointment-drawer/visit-requests.ts';
import type { DayIndex } from '../day/day-index.ts';
import type { AppointmentId, Candidate, Consequences, Drop, LaneId } from '../grid/types.ts';
import { parkingConsequences } from '../holding/parking-words.ts';
import { movingRefusal, parkingRefusal } from '../preview/lane-refusal.ts';
import { type Preview, previewMove } from '../preview/preview.ts';
import { previewWords } from '../preview/preview-text.ts';
import { isIdle, type Move, pendingOf, requestOf } from './move-request.ts';

/** A place in the grid, from a candidate while dragging or from the drop. */
export type Place = {
  readonly barId: string | null;
  readonly appointmentId: AppointmentId;
  readonly technicianId: LaneId;
  readonly start: number;
  readonly end: number;
  readonly mode: Candidate['mode'];
};
export const placeOf = ({ toTechnicianId, ...drop }: Drop): Place => ({
  ...drop,
  technicianId: toTechnicianId,
});

/** Bar ids are `visit:technician` (`barIdOf`). */
export const technicianOfBar = (barId: string): number => Number(barId.slice(barId.indexOf(':') + 1));

/** The holding lane a bar stands in; null: it is a technician's, or comes from the tray. */
const laneOfBar = ({ holding }: Holding, barId: string | null): number | null => {
  const id = barId === null ? null : technicianOfBar(barId);
  return id !== null && holding.has(id) ? id : null;
};
type Holding = Pick<DayIndex, 'holding'>;

/** From the tray a visit with one technician moves away from them; a crew keeps all and gets one more. */
function fromOf(visit: AppointmentView, barId: string | null): number | null {
  if (barId !== null) return technicianOfBar(barId);
  return visit.assignments.length === 1 ? visit.assignments[0]!.technicianId : null;
}

/**
 * To a technician, or into a holding lane; within one a visit is parked anew, so that no customer hears of it.
 * @param adds Alt or Ctrl is held: one technician more instead of another one
 */
export function moveOf(board: Holding, visit: AppointmentView, place: Place, adds: boolean): Move {
  const start = instantFromMs(Math.round(place.start));
  const end = instantFromMs(Math.round(place.end));
  const to = Number(place.technicianId);
  const lane = laneOfBar(board, place.barId);
  if (place.mode === 'resize' && lane !== null) return { kind: 'park', to: lane, start, end };
  if (place.mode === 'resize') return { kind: 'resize', start, end };
  if (board.holding.has(to)) return { kind: 'park', to, start, end };
  const from = lane === null ? fromOf(visit, place.barId) : null;
  const joins =
    adds && visit.assignments.length > 0 && visit.assignments.every((one) => one.technicianId !== to);
  return joins ? { kind: 'join', to } : { kind: 'move', from, to, start, end };
}

/** Why it cannot be done at all, whatever the time says; null when it can. */
export function plainRefusal(visit: AppointmentView, move: Move, wording: Wording): string | null {
  if (move.kind === 'park' || move.kind === 'unpark') {
    const refusal = parkingRefusal(visit, move.kind);
    return refusal && toldText(refusal.code, refusal.params, wording);
  }
  if (movingRefusal(visit)) {
    return toldText('appointment.not_in_status', { status: visit.status, command: 'reassign' }, wording);
  }
  if (move.kind !== 'move' || move.from === move.to) return null;
  const there = visit.assignments.some(({ technicianId }) => technicianId === move.to);
  return there ? toldText('assignment.exists', { technicianId: move.to }, wording) : null;
}

const NOTHING: Consequences = { severity: 'ok', lines: [] };

export function consequencesOf(
  index: DayIndex,
  visit: AppointmentView,
  move: Move,
  wording: Wording,
): Consequences {
  const refusal = plainRefusal(visit, move, wording);
  if (refusal) return { severity: 'hard', lines: [refusal] };
  if (isIdle(visit, move)) return NOTHING;
  const calledBack = (): string[] => {
    const called = onTheWay(requestOf(index, visit, move)).map(
      (id) => wording.technicianName?.(id) ?? 'Somebody',
    );
    return called.length > 0 ? [`${called.join(' and ')} would be called back`] : [];
  };
  if (move.kind === 'park') return parkingConsequences(visit, move, calledBack(), wording);
  const preview: Preview | null = previewMove(index, pendingOf(visit, move));
  if (!preview) return NOTHING;
  const { severity, lines } = previewWords(index, preview, wording);
  const first: string[] = [];
  if (move.kind === 'join')
    first.push(`Joins at ${formatTimeRange(visit.start, visit.end, index.day.timeZone)}`);
  const called = calledBack();
  first.push(...called);
  const worse = severity === 'ok' && called.length > 0 ? 'soft' : severity;
  return { severity: worse, lines: severity === 'hard' ? [...lines, ...first] : [...first, ...lines] };
}
