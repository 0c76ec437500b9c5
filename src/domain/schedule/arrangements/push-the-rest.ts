/** A visit and what comes after it on the technician's day, later: the rest of the day gives way as far as it must. */
import { type Refusal, refuse } from '../../decision.ts';
import type { Id } from '../../ids.ts';
import { addMinutes, type Instant, laterOf, minutesBetween } from '../../time.ts';
import {
  type ArrangedDay,
  changing,
  clearOfAbsences,
  type DayVisit,
  type Proposal,
  placedAt,
  roundOf,
  stays,
  visitOn,
} from './arranged-day.ts';
import type { VisitMove } from './visit-move.ts';

/**
 * Gaps are used up first: between two visits stays what the drive takes, or what there was if that was less. Later ones
 * go around time off and events; who is on the way or at work stays and stops the push: the refusal says where, and by
 * how many minutes it would go (`mostMinutes`, 0: by none).
 * @param minutes whole, at least 1
 */
export function pushTheRest(
  day: ArrangedDay,
  technicianId: Id,
  appointmentId: Id,
  minutes: number,
): Proposal {
  if (!(minutes >= 1)) throw new Error(`A push is later by whole minutes, not by ${minutes}`);
  const visit = visitOn(day, appointmentId);
  const round = roundOf(day, technicianId);
  const from = round.indexOf(visit);
  if (from < 0) return refuse('assignment.not_found', { appointmentId, technicianId });
  if (stays(day, visit)) {
    const params = { appointmentId, status: visit.status, command: 'reschedule' };
    return refuse('appointment.not_in_status', params);
  }
  const rest = round.slice(from);
  const pushed = pushedBy(day, technicianId, rest, minutes);
  if (!('code' in pushed)) return changing(day, pushed);
  let mostMinutes = Math.ceil(minutes) - 1;
  while (mostMinutes > 0 && 'code' in pushedBy(day, technicianId, rest, mostMinutes)) mostMinutes--;
  return refuse(pushed.code, { ...pushed.params, mostMinutes });
}

/** What stands after the first visit of `rest` was put off: everybody's new place, or what is in the way. */
function pushedBy(
  day: ArrangedDay,
  technicianId: Id,
  [first, ...later]: readonly DayVisit[],
  minutes: number,
): readonly VisitMove[] | Refusal {
  const start = addMinutes(first!.start, minutes);
  if (clearOfAbsences(day, technicianId, first!, start) !== start) {
    return inTheWay(first!, null);
  }
  const placed: [DayVisit, VisitMove][] = [[first!, placedAt(first!, start)]];
  for (const visit of later) {
    const earliest = placed.reduce<Instant>(
      (at, [before, move]) => laterOf(at, addMinutes(move.end, keptGap(day, before, visit))),
      visit.start,
    );
    if (earliest === visit.start) continue;
    if (stays(day, visit)) return inTheWay(placed.at(-1)![0], visit);
    placed.push([visit, placedAt(visit, clearOfAbsences(day, technicianId, visit, earliest))]);
  }
  const over = placed.find(([, move]) => move.start >= day.end);
  return over
    ? { code: 'arrangement.leaves_day', params: { appointmentId: over[0].id } }
    : placed.map(([, move]) => move);
}

/** Minutes that stay between two visits; negative where they share time already. */
const keptGap = (day: ArrangedDay, before: DayVisit, after: DayVisit): number =>
  Math.min(day.minutesFrom(before, after), minutesBetween(before.end, after.start));

/** `other` null: time off or an event. */
const inTheWay = ({ id }: DayVisit, other: DayVisit | null): Refusal => ({
  code: 'arrangement.blocked',
  params: { appointmentId: id, otherAppointmentId: other?.id ?? null, status: other?.status ?? null },
});
