/** Several visits into one holding lane (reference/features.md, G10). */
import { allow } from '../../decision.ts';
import type { Id } from '../../ids.ts';
import { addMinutes } from '../../time.ts';
import { type ArrangedDay, begunRefusal, type Proposal, placedAt, visitOn } from './arranged-day.ts';

/**
 * Each at its own time, or all later or earlier by the same minutes; whoever goes to one is taken off. What was promised
 * stays, and whoever is on the way may be called back.
 */
export function parkTogether(
  day: ArrangedDay,
  appointmentIds: readonly Id[],
  holdingLaneId: Id,
  minutes = 0,
): Proposal {
  const visits = appointmentIds.map((id) => visitOn(day, id));
  for (const visit of visits) {
    const refusal = begunRefusal(visit, 'park');
    if (refusal) return { ok: false, refusal };
  }
  return allow(
    visits.map((visit) => ({ ...placedAt(visit, addMinutes(visit.start, minutes)), holdingLaneId })),
  );
}
