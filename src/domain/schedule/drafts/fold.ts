/** The live day as the draft would have it. */
import type { Id } from '../../ids.ts';
import type { DraftMove, DraftStep, DraftVisit } from './draft-move.ts';
import { type Rebased, rebase } from './rebase.ts';
import { netMoves } from './steps.ts';

export type MoveOnDay = { readonly move: DraftMove; readonly now: Rebased };

/** Every visit the draft moves, with what its move means on the day as it is now. */
export function movesOnDay(
  visits: { get(id: Id): DraftVisit | undefined },
  steps: readonly DraftStep[],
): readonly MoveOnDay[] {
  return netMoves(steps).map((move) => ({ move, now: rebase(move, visits.get(move.appointmentId)) }));
}
