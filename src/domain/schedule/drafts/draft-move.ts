/**
 * What a draft board keeps: moves on top of the live day, never a copy of it (reference/features.md, G8). So a live
 * change is simply there the next time the moves are folded, and rebase is folding again.
 */
import type { Id } from '../../ids.ts';
import type { Span } from '../../time.ts';
import type { VisitMove } from '../arrangements/visit-move.ts';

/** A visit's other place, with the place it was moved from: what tells others' changes apart from one's own. */
export type DraftMove = {
  readonly appointmentId: Id;
  /** Names the visit once it is gone from the day. */
  readonly jobNumber: number;
  /** null: the time stays. */
  readonly time: { readonly from: Span; readonly to: Span } | null;
  /** Who goes, before and after; null: the same people. */
  readonly crew: { readonly from: readonly Id[]; readonly to: readonly Id[] } | null;
  /** The holding lane it stands in, before and after; null: in none. Left out: in the same one, or none. */
  readonly lane?: { readonly from: Id | null; readonly to: Id | null } | null | undefined;
};

/** What was done at once, and is taken back at once. */
export type DraftStep = { readonly moves: readonly DraftMove[] };

/** A visit as far as a draft cares. */
export type DraftVisit = Span & {
  readonly id: Id;
  readonly jobNumber: number;
  readonly status: string;
  readonly assignments: readonly { readonly technicianId: Id; readonly status: string }[];
  readonly holdingLaneId?: Id | null | undefined;
};

/** In the order of the assignments. */
export const crewIds = ({ assignments }: Pick<DraftVisit, 'assignments'>): readonly Id[] =>
  assignments.map(({ technicianId }) => technicianId);

/** The holding lane it stands in: who goes is known, so it is in none. */
export const laneOf = ({
  assignments,
  holdingLaneId = null,
}: Pick<DraftVisit, 'assignments' | 'holdingLaneId'>): Id | null =>
  assignments.length > 0 ? null : holdingLaneId;

/** The times alone, without the rest of the visit. */
export const spanOf = ({ start, end }: Span): Span => ({ start, end });
export const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
/** The same people, in whatever order. */
export const sameCrew = (a: readonly Id[], b: readonly Id[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** A draft's move between two places of one visit; null when nothing differs. */
export function moveBetween(
  before: DraftVisit,
  after: Pick<DraftVisit, 'start' | 'end' | 'assignments' | 'holdingLaneId'>,
): DraftMove | null {
  const [from, to] = [crewIds(before), crewIds(after)];
  const time = sameSpan(before, after) ? null : { from: spanOf(before), to: spanOf(after) };
  const crew = sameCrew(from, to) ? null : { from, to };
  const [lane, nextLane] = [laneOf(before), laneOf(after)];
  if (!time && !crew && lane === nextLane) return null;
  const move = { appointmentId: before.id, jobNumber: before.jobNumber, time, crew };
  return lane === nextLane ? move : { ...move, lane: { from: lane, to: nextLane } };
}

/** The draft's move for one of a proposal (`arrangements/`): `visit` is where the draft has it now. */
export function draftMoveOf(
  visit: DraftVisit,
  { start, end, technicians, holdingLaneId = laneOf(visit) }: VisitMove,
): DraftMove | null {
  const named = technicians.flatMap(({ from, to }) => [from, to]);
  const coming = technicians.flatMap(({ to }) => (to === null ? [] : [to]));
  const parks = holdingLaneId !== null && coming.length === 0;
  const crew = parks ? [] : [...crewIds(visit).filter((id) => !named.includes(id)), ...coming];
  return moveBetween(visit, {
    start,
    end,
    assignments: crew.map((technicianId) => ({ technicianId, status: 'Scheduled' })),
    holdingLaneId,
  });
}
