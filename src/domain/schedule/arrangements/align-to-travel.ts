/** A technician's day drawn tight: each visit starts when the one before is over and the drive is done. */
import { type Refusal, refuse } from '../../decision.ts';
import type { Id } from '../../ids.ts';
import { addMinutes, earlierOf, type Instant, laterOf } from '../../time.ts';
import { soonestVisit } from '../soonest-visit.ts';
import {
  type ArrangedDay,
  changing,
  clearOfAbsences,
  type DayVisit,
  freeAfter,
  type Proposal,
  placedAt,
  roundOf,
  stays,
  visitOn,
} from './arranged-day.ts';
import type { VisitMove } from './visit-move.ts';

/**
 * Only what is not begun moves, in the order it has: earlier or later, never before its arrival window, never into the
 * past, around time off and events. The first of the day stays where it is.
 */
export function alignToTravel(day: ArrangedDay, technicianId: Id): Proposal {
  const moves: VisitMove[] = [];
  /** When the technician is free after each visit, and where they are then. */
  const behind: { readonly visit: DayVisit; readonly free: Instant }[] = [];
  for (const visit of roundOf(day, technicianId)) {
    const drives = behind.map(({ visit: before, free }) => addMinutes(free, day.minutesFrom(before, visit)));
    if (behind.length === 0 || stays(day, visit)) {
      const refusal = drivenInto(day, visit, moves);
      if (refusal) return { ok: false, refusal };
      behind.push({ visit, free: freeAfter(visit, technicianId) });
      continue;
    }
    const notBefore = earlierOf(visit.start, soonestVisit(day.now));
    const at = [...drives, visit.windowStart ?? notBefore].reduce(laterOf, notBefore);
    const move = placedAt(visit, clearOfAbsences(day, technicianId, visit, at));
    if (move.start >= day.end) return refuse('arrangement.leaves_day', { appointmentId: visit.id });
    moves.push(move);
    behind.push({ visit, free: move.end });
  }
  return changing(day, moves);
}

/** A visit that stays is no place for one that was put off; one that ran into it before stands there already. */
function drivenInto(
  day: ArrangedDay,
  { id, start, status }: DayVisit,
  moves: readonly VisitMove[],
): Refusal | null {
  const over = moves.find((one) => one.end > start && one.start > visitOn(day, one.appointmentId).start);
  return over
    ? {
        code: 'arrangement.blocked',
        params: { appointmentId: over.appointmentId, otherAppointmentId: id, status },
      }
    : null;
}
