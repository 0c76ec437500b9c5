/** The day an arrangement is proposed for: what the board knows of it, and the questions all arrangements ask. */
import { type Decision, type Refusal, refuse } from '../../decision.ts';
import type { Id } from '../../ids.ts';
import { isPlannedVisit } from '../../job/card.ts';
import type { Appointment, Assignment } from '../../job/job-card.ts';
import { addMinutes, earlierOf, type Instant, minutesBetween, type Span } from '../../time.ts';
import { TAKES_NO_TIME } from '../occupancies.ts';
import { overlaps } from '../overlaps.ts';
import type { Place } from '../travel.ts';
import type { Exchange, VisitMove } from './visit-move.ts';

/** A visit with its active assignments: what the board shows of one is one. */
export type DayVisit = Place &
  Pick<Appointment, 'id' | 'status' | 'start' | 'end' | 'windowStart' | 'windowEnd'> & {
    readonly assignments: readonly Pick<Assignment, 'technicianId' | 'status' | 'pausedOn' | 'doneOn'>[];
  };

/** `start` and `end` are the board day's: 23, 24 or 25 hours. */
export type ArrangedDay = Span & {
  readonly now: Instant;
  readonly visits: readonly DayVisit[];
  /** Time off, events and other units' work: what no arrangement moves. */
  readonly blocked: readonly (Span & { readonly technicianId: Id })[];
  /** Whole minutes, as `travelMinutes` says them. */
  readonly minutesFrom: (from: Place, to: Place) => number;
};

export type Proposal = Decision<readonly VisitMove[]>;

/** Throws for a visit that is not on the day: the caller's selection is another day's. */
export function visitOn(day: ArrangedDay, appointmentId: Id): DayVisit {
  const found = day.visits.find(({ id }) => id === appointmentId);
  if (!found) throw new Error(`Visit ${appointmentId} is not on this day`);
  return found;
}

export const crewOf = ({ assignments }: DayVisit): readonly Id[] =>
  assignments.map(({ technicianId }) => technicianId);

/** The technician's round, the earlier first: visits that take their time. */
export const roundOf = (day: ArrangedDay, technicianId: Id): readonly DayVisit[] =>
  day.visits
    .filter((visit) => !TAKES_NO_TIME.has(visit.status) && crewOf(visit).includes(technicianId))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id - b.id));

/** Somebody is on the way, there, or was: no arrangement of the rest moves it. Nor one that is another day's. */
export const stays = (day: ArrangedDay, { status, start, assignments }: DayVisit): boolean =>
  status !== 'Scheduled' ||
  start < day.start ||
  start >= day.end ||
  assignments.some((one) => one.status !== 'Scheduled' || one.pausedOn !== null);

/** When the technician is free after it: earlier than planned if they are done already. */
export function freeAfter({ end, assignments }: DayVisit, technicianId: Id): Instant {
  const doneOn = assignments.find((one) => one.technicianId === technicianId)?.doneOn ?? null;
  return doneOn ? earlierOf(end, doneOn) : end;
}

/** As long as it is now, at another time. */
export const placedAt = (
  { id, start, end }: DayVisit,
  newStart: Instant,
  technicians: readonly Exchange[] = [],
): VisitMove => ({
  appointmentId: id,
  start: newStart,
  end: addMinutes(newStart, minutesBetween(start, end)),
  technicians,
});

/** Those that change anything; refused when none does. */
export function changing(day: ArrangedDay, moves: readonly VisitMove[]): Proposal {
  const changed = moves.filter(({ appointmentId, start, end, technicians }) => {
    const visit = visitOn(day, appointmentId);
    return technicians.length > 0 || start !== visit.start || end !== visit.end;
  });
  return changed.length > 0 ? { ok: true, value: changed } : refuse('arrangement.nothing');
}

/** "Never reschedule while Working or Done" (domain-rules §2); who is on the way may be called back. */
export function begunRefusal(visit: DayVisit, command: string): Refusal | null {
  const { id, status } = visit;
  return isPlannedVisit(visit)
    ? null
    : { code: 'appointment.not_in_status', params: { appointmentId: id, status, command } };
}

/** `at` or, where that runs into time the technician is away and the visit was not in before, when they are back. */
export function clearOfAbsences(day: ArrangedDay, technicianId: Id, visit: DayVisit, at: Instant): Instant {
  const away = day.blocked
    .filter((one) => one.technicianId === technicianId && !overlaps(one, visit))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  return away.reduce((start, span) => (overlaps(span, placedAt(visit, start)) ? span.end : start), at);
}
