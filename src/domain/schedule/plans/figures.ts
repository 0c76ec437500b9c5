/** The day before and after a plan, in the figures drafts are compared by as well (`day-figures.ts`). */
import type { Id } from '../../ids.ts';
import { addMinutes, minutesBetween } from '../../time.ts';
import { byStart, type CountedVisit, type DayFigures, dayFigures, laneFigures } from '../day-figures.ts';
import type { Occupancy } from '../occupancy.ts';
import type { LaneFacts } from '../suggestions/question.ts';
import { DEFAULT_TRAVEL, type TravelAssumptions, travelMinutes } from '../travel.ts';
import type { Placed } from './day-as-planned.ts';
import type { PlanDay, PlanVisit } from './question.ts';

export type Figures = DayFigures & { readonly moved: number };

/** Minutes a drive is longer than the time there is for it, between each visit and the next. */
export function shortOf(lane: LaneFacts, travel: TravelAssumptions = DEFAULT_TRAVEL): number {
  let minutes = 0;
  let before: Occupancy | null = null;
  for (const row of [...lane.taken].sort(byStart)) {
    const to = row.kind === 'assignment' ? lane.facts.get(row.sourceId) : undefined;
    const from = before && lane.facts.get(before.sourceId);
    if (to && from && before)
      minutes += Math.max(0, travelMinutes(from, to, travel).minutes - minutesBetween(before.end, row.start));
    before = to ? row : null;
  }
  return minutes;
}

/**
 * @param day with the lanes as they would be; its visits are as they were asked about
 * @param placed where visits are instead; of two about one visit the later counts
 */
export function figuresOf(day: PlanDay, placed: readonly Placed[], moved: number): Figures {
  const placedOf = new Map(placed.map((one) => [one.visit.appointmentId, one]));
  const visits = day.visits.map((visit) => asPlaced(visit, placedOf.get(visit.appointmentId)));
  const lanes = day.lanes.map((lane) => laneFigures(lane, day.travel));
  return { ...dayFigures(visits, lanes, day.now), moved };
}

function asPlaced(visit: PlanVisit, placed: Placed | undefined): CountedVisit {
  const { status, windowEnd, assignments, plannedStart: start, end } = visit;
  if (!placed) return { status, windowEnd, assignments, start, end };
  const crew: readonly Id[] = assignments.flatMap(({ technicianId }) =>
    technicianId === placed.from || technicianId === placed.to ? [] : technicianId,
  );
  return {
    status,
    windowEnd,
    assignments: placed.to === null ? crew : [...crew, placed.to],
    start: placed.start,
    end: addMinutes(placed.start, visit.durationMinutes),
  };
}
