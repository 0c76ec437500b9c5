/** One technician's visits to another, each at its own time. */
import { refuse } from '../../decision.ts';
import type { Id } from '../../ids.ts';
import { hasBegun } from '../../job/card.ts';
import { type ArrangedDay, changing, crewOf, type Proposal, placedAt, visitOn } from './arranged-day.ts';

/** Who is at work on one, or has been, stays there: it is refused. Whether `to` has the time is the guards' to say. */
export function reassignKeepingTimes(
  day: ArrangedDay,
  appointmentIds: readonly Id[],
  from: Id,
  to: Id,
): Proposal {
  const visits = appointmentIds.map((id) => visitOn(day, id));
  for (const visit of visits) {
    const about = { appointmentId: visit.id };
    const leaving = visit.assignments.find(({ technicianId }) => technicianId === from);
    if (!leaving) return refuse('assignment.not_found', { ...about, technicianId: from });
    if (hasBegun(leaving)) {
      const params = { ...about, technicianId: from, status: leaving.status, command: 'reassign' };
      return refuse('assignment.not_in_status', params);
    }
    if (crewOf(visit).includes(to)) return refuse('assignment.exists', { ...about, technicianId: to });
  }
  return changing(
    day,
    visits.map((visit) => placedAt(visit, visit.start, [{ from, to }])),
  );
}
