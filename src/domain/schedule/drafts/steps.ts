/** The list of a draft's steps: added to, taken back, thinned out. What holds at the end is one move per visit. */
import { allow, type Decision, refuse } from '../../decision.ts';
import type { Id } from '../../ids.ts';
import {
  crewIds,
  type DraftMove,
  type DraftStep,
  type DraftVisit,
  laneOf,
  sameCrew,
  sameSpan,
  spanOf,
} from './draft-move.ts';

/** Visits of one draft: what is published in one step (`appointments.rearrange`) is no more. */
export const MOST_VISITS_IN_DRAFT = 200;
/** Moving one bar to and fro all day is no reason for a refusal; who went so far back takes back no further. */
export const MOST_STEPS_IN_DRAFT = 200;

/** Who is left and who is there after `change`, in the order they were: what others did to the crew stays. */
export function crewAfter(crew: readonly Id[], { from, to }: NonNullable<DraftMove['crew']>): readonly Id[] {
  const kept = crew.filter((id) => to.includes(id) || !from.includes(id));
  return [...kept, ...to.filter((id) => !from.includes(id) && !kept.includes(id))];
}

function composed(first: DraftMove, next: DraftMove): DraftMove {
  const time =
    first.time && next.time ? { from: first.time.from, to: next.time.to } : (next.time ?? first.time);
  const crew =
    first.crew && next.crew
      ? { from: first.crew.from, to: crewAfter(first.crew.to, next.crew) }
      : (next.crew ?? first.crew);
  const lane =
    first.lane && next.lane ? { from: first.lane.from, to: next.lane.to } : (next.lane ?? first.lane);
  const { lane: _, ...rest } = first;
  return {
    ...rest,
    time: time && sameSpan(time.from, time.to) ? null : time,
    crew: crew && sameCrew(crew.from, crew.to) ? null : crew,
    ...(lane && lane.from !== lane.to && { lane }),
  };
}

/** One move per visit, in the order the visits were first moved; who is back at their place is not in it. */
export function netMoves(steps: readonly DraftStep[]): readonly DraftMove[] {
  const byVisit = new Map<Id, DraftMove>();
  for (const move of steps.flatMap(({ moves }) => moves)) {
    const before = byVisit.get(move.appointmentId);
    byVisit.set(move.appointmentId, before ? composed(before, move) : move);
  }
  return [...byVisit.values()].filter(({ time, crew, lane }) => time || crew || lane);
}

/** @returns draft.full when it would be more visits than one step publishes */
export function withStep(
  steps: readonly DraftStep[],
  moves: readonly DraftMove[],
): Decision<readonly DraftStep[]> {
  if (moves.length === 0) return allow(steps);
  const all = [...steps, { moves }];
  if (netMoves(all).length > MOST_VISITS_IN_DRAFT)
    return refuse('draft.full', { most: MOST_VISITS_IN_DRAFT });
  return allow(all.length > MOST_STEPS_IN_DRAFT ? [{ moves: netMoves(all) }] : all);
}

/** The draft's own undo. */
export const withoutLast = (steps: readonly DraftStep[]): readonly DraftStep[] => steps.slice(0, -1);

/** Visits leave the draft: dropped, or published. */
export function withoutVisits(steps: readonly DraftStep[], gone: ReadonlySet<Id>): readonly DraftStep[] {
  return steps
    .map(({ moves }) => ({ moves: moves.filter(({ appointmentId }) => !gone.has(appointmentId)) }))
    .filter(({ moves }) => moves.length > 0);
}

/** The draft's plan stands although others moved the visit meanwhile: from where it is now, the last thing done. */
export function keptAgainst(
  steps: readonly DraftStep[],
  { appointmentId, jobNumber, time, crew, lane }: DraftMove,
  live: DraftVisit,
): readonly DraftStep[] {
  // In a holding lane it is nobody's, whoever others sent meanwhile; and who goes to it takes it out of one.
  const people = lane?.to != null ? [] : crew?.to;
  const standsIn = people && people.length > 0 ? null : lane ? lane.to : laneOf(live);
  const move: DraftMove = {
    appointmentId,
    jobNumber,
    time: time && !sameSpan(live, time.to) ? { from: spanOf(live), to: time.to } : null,
    crew: people && !sameCrew(crewIds(live), people) ? { from: crewIds(live), to: people } : null,
    ...(laneOf(live) !== standsIn && { lane: { from: laneOf(live), to: standsIn } }),
  };
  const rest = withoutVisits(steps, new Set([appointmentId]));
  return move.time || move.crew || move.lane ? [...rest, { moves: [move] }] : rest;
}
