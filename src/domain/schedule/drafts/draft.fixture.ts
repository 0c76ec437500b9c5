/** Visits of a small day for the tests of drafts: hours of 23 November, technicians 1 Ana, 2 Ben, 3 Cleo. */
import { addMinutes, instant, type Span } from '../../time.ts';
import { type DraftMove, type DraftStep, type DraftVisit, laneOf, moveBetween } from './draft-move.ts';
import { movesOnDay } from './fold.ts';

export const [ANA, BEN, CLEO] = [1, 2, 3] as const;
export const hours = (from: number, to: number): Span => {
  const midnight = instant('2026-11-23T00:00:00.000Z');
  return { start: addMinutes(midnight, from * 60), end: addMinutes(midnight, to * 60) };
};
export const crew = (...ids: readonly number[]) =>
  ids.map((technicianId) => ({ technicianId, status: 'Scheduled' }));

export const visit = (id: number, span: Span, ...ids: readonly number[]): DraftVisit => ({
  id,
  jobNumber: 1000 + id,
  status: 'Scheduled',
  assignments: crew(...ids),
  ...span,
});
/** In its lane still when nobody goes and no other lane is said. */
export const placed = (
  one: DraftVisit,
  span: Span,
  ids: readonly number[],
  lane: number | null = laneOf({ ...one, assignments: crew(...ids) }),
): DraftVisit => ({
  ...one,
  start: span.start,
  end: span.end,
  assignments: crew(...ids),
  ...((lane !== null || one.holdingLaneId !== undefined) && { holdingLaneId: lane }),
});
export const parked = (one: DraftVisit, lane: number, span: Span = one): DraftVisit =>
  placed(one, span, [], lane);
/** What the draft does to the visit; it must do something. */
export function moved(one: DraftVisit, span: Span, ...ids: readonly number[]): DraftMove {
  const move = moveBetween(one, { ...span, assignments: crew(...ids) });
  if (!move) throw new Error('This moves nothing');
  return move;
}
/** The day with the draft's moves that fit; visits it leaves alone are the same objects. */
export function foldDraft(visits: readonly DraftVisit[], steps: readonly DraftStep[]): readonly DraftVisit[] {
  const day = new Map(visits.map((one) => [one.id, one]));
  const fitting = new Map(
    movesOnDay(day, steps).flatMap(({ move, now }) =>
      now.kind === 'fits' ? [[move.appointmentId, now]] : [],
    ),
  );
  return visits.map((one) => {
    const now = fitting.get(one.id);
    return now ? placed(one, now.span, now.crew, now.lane) : one;
  });
}
