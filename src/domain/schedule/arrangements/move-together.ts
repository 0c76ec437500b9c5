/** Several bars of the board dragged as one: by the same minutes, and by the same number of lanes. */
import { refuse } from '../../decision.ts';
import type { Id } from '../../ids.ts';
import { addMinutes } from '../../time.ts';
import {
  type ArrangedDay,
  begunRefusal,
  changing,
  crewOf,
  type Proposal,
  placedAt,
  visitOn,
} from './arranged-day.ts';
import { exchanges } from './visit-move.ts';

/** A visit in one technician's lane; null: in the tray, where there are no lanes to move by. */
export type Bar = { readonly appointmentId: Id; readonly technicianId: Id | null };

/**
 * A visit of two technicians with one of its bars taken moves in time for both, and to another lane for that one.
 * @param by `lanes` negative: up. `minutes` negative: earlier
 * @param laneOrder the technicians as the board shows them now
 */
export function moveTogether(
  day: ArrangedDay,
  bars: readonly Bar[],
  by: { readonly minutes: number; readonly lanes: number },
  laneOrder: readonly Id[],
): Proposal {
  const goesTo = new Map<Id, Map<Id, Id>>();
  for (const { appointmentId, technicianId } of bars) {
    const visit = visitOn(day, appointmentId);
    const to = goesTo.get(appointmentId) ?? new Map<Id, Id>();
    goesTo.set(appointmentId, to);
    if (technicianId === null) continue;
    if (!crewOf(visit).includes(technicianId))
      return refuse('assignment.not_found', { appointmentId, technicianId });
    const lane = laneOrder.indexOf(technicianId);
    const next = laneOrder[lane + by.lanes];
    if (lane < 0 || next === undefined) return refuse('arrangement.no_lane', { appointmentId, technicianId });
    to.set(technicianId, next);
  }
  const moves = [];
  for (const [appointmentId, to] of goesTo) {
    const visit = visitOn(day, appointmentId);
    // At the same time, who is not there yet may still be exchanged for another (domain-rules §2).
    const refusal = by.minutes === 0 ? null : begunRefusal(visit, 'reschedule');
    if (refusal) return { ok: false, refusal };
    const crew = crewOf(visit);
    const after = crew.map((id) => to.get(id) ?? id);
    const twice = after.find((id, at) => after.indexOf(id) !== at);
    if (twice !== undefined) return refuse('assignment.exists', { appointmentId, technicianId: twice });
    moves.push(placedAt(visit, addMinutes(visit.start, by.minutes), exchanges(crew, after)));
  }
  return changing(day, moves);
}
