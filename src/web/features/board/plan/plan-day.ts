/** The board's day as plans ask for it. */
import type { AppointmentView } from '#contract/job.ts';
import type { PlanDay, PlanVisit } from '#domain/schedule/plans/question.ts';
import type { Instant } from '#domain/time.ts';
import { isParkedVisit } from '../../../parts/visit-flags.ts';
import { type DayIndex, type Lane, sourceIdOf } from '../day/day-index.ts';
import { suggestionDay, wantedVisit } from '../suggest/suggestion-day.ts';

/** @param lanes who may take work */
export const planDay = (
  index: DayIndex,
  lanes: readonly Lane[],
  visits: readonly AppointmentView[],
  now: Instant,
): PlanDay => ({
  ...suggestionDay(index, lanes, now),
  visits: visits.map((visit) => planVisit(index, visit)),
});

/** What a plan may touch: what a dispatcher has parked waits for them, not for a plan. */
export const movableOf = (visits: readonly AppointmentView[]): ReadonlySet<number> =>
  new Set(visits.flatMap((one) => (isParkedVisit(one) ? [] : one.id)));

const planVisit = (index: DayIndex, visit: AppointmentView): PlanVisit => ({
  ...wantedVisit(index, visit),
  end: visit.end,
  status: visit.status,
  assignments: visit.assignments.map(({ id, technicianId, status, pausedOn }) => ({
    technicianId,
    sourceId: sourceIdOf(visit, id),
    status,
    pausedOn,
  })),
});
