/** A draft's move on the live visit as it is now: where it would be, or what happened meanwhile. */
import type { Id } from '../../ids.ts';
import { isPlannedVisit } from '../../job/card.ts';
import type { Span } from '../../time.ts';
import {
  crewIds,
  type DraftMove,
  type DraftVisit,
  laneOf,
  sameCrew,
  sameSpan,
  spanOf,
} from './draft-move.ts';
import { crewAfter } from './steps.ts';

export type Rebased =
  | {
      readonly kind: 'fits';
      readonly span: Span;
      readonly crew: readonly Id[];
      /** The holding lane it stands in. */
      readonly lane: Id | null;
    }
  /** The live day has it there already. */
  | { readonly kind: 'there' }
  /**
   * Not on this day any more (deleted, or taken to another day by others); canceled; somebody is at work or was.
   * No plan of a draft can be carried out: it may only be dropped, or wait.
   */
  | { readonly kind: 'gone' | 'canceled' | 'begun' }
  /** Others changed the same thing: theirs is what stands, until the draft's is kept in so many words. */
  | { readonly kind: 'moved'; readonly time: boolean; readonly crew: boolean; readonly lane: boolean };

/**
 * Time, people and holding lane are different things: who gave the visit to somebody else did not touch its time. Each
 * of the draft's is carried out where it was when the draft moved it, and nowhere else, so no change of others is ever
 * written over. Only parking is of people too: whom others sent meanwhile it does not take off unsaid, and whom it sends it does not
 * send to what others parked.
 */
export function rebase(move: DraftMove, live: DraftVisit | undefined): Rebased {
  if (!live) return { kind: 'gone' };
  if (live.status === 'Canceled') return { kind: 'canceled' };
  if (!isPlannedVisit(live)) return { kind: 'begun' };
  const { time, crew } = move;
  const now = crewIds(live);
  const timeIsThere = time === null || sameSpan(live, time.to);
  const timeMoved = !timeIsThere && !sameSpan(live, time.from);
  const isThere = crew === null || sameCrew(now, crew.to) || sameCrew(now, crewAfter(now, crew));
  const leaving = crew?.from.filter((id) => !crew.to.includes(id)) ?? [];
  const crewMoved = !isThere && !leaving.every((id) => now.includes(id));
  const lane = move.lane ?? null;
  const laneIsThere = lane === null || laneOf(live) === lane.to;
  const people = crew && !isThere ? crewAfter(now, crew) : now;
  const sentMeanwhile = lane !== null && lane.to !== null && people.length > 0;
  // Others parked it since: nobody is sent there unsaid either.
  const parkedMeanwhile = people.length > 0 && laneOf(live) !== null && laneOf(live) !== lane?.from;
  const laneMoved = parkedMeanwhile || (!laneIsThere && laneOf(live) !== lane?.from);
  if (timeMoved || crewMoved || sentMeanwhile || laneMoved)
    return { kind: 'moved', time: timeMoved, crew: crewMoved || sentMeanwhile, lane: laneMoved };
  if (timeIsThere && isThere && laneIsThere) return { kind: 'there' };
  return {
    kind: 'fits',
    span: time?.to ?? spanOf(live),
    crew: people,
    lane: people.length > 0 ? null : lane ? lane.to : laneOf(live),
  };
}
