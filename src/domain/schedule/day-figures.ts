/**
 * A day in the figures two plans of it are compared by: a draft beside the live day, and what the planner proposes beside
 * what there is. One rule for both, so that a plan opened as a draft shows the numbers it was chosen by.
 */
import { type Instant, minutesBetween } from '../time.ts';
import { uncoveredMinutes } from './overlaps.ts';
import type { LaneFacts } from './suggestions/question.ts';
import { DEFAULT_TRAVEL, type Place, type TravelAssumptions, travelMinutes } from './travel.ts';
import { type FlaggedVisit, isLate, isUnassigned } from './visit-flags.ts';

export type DayFigures = {
  /** Visits that are late now, or planned to begin after the window promised to the customer; each once. */
  readonly late: number;
  /** Home to the first visit and from each to the next; the way home is nobody's plan. Unknown ways: the default. */
  readonly driveMinutes: number;
  /** Of work planned outside shifts; without a shift all of it. */
  readonly overtimeMinutes: number;
  /** Visits nobody goes to. */
  readonly unplaced: number;
};
export type LaneFigures = Pick<DayFigures, 'driveMinutes' | 'overtimeMinutes'>;

type Lane = Pick<LaneFacts, 'taken' | 'facts' | 'home'>;

/** For `sort`. */
export const byStart = (a: { readonly start: string }, b: { readonly start: string }): number =>
  a.start < b.start ? -1 : a.start > b.start ? 1 : 0;

/** Visits with a place, in the order of starts; events and what another unit took have none. */
const stopsOf = ({ taken, facts }: Lane) =>
  taken
    .flatMap((row) => {
      const place = row.kind === 'assignment' ? facts.get(row.sourceId) : undefined;
      return place ? [{ row, place }] : [];
    })
    .sort((a, b) => byStart(a.row, b.row));

/** Without a known home the first visit is where the day begins, so that no default stands in every sum. */
export function driveOf(lane: Lane, travel: TravelAssumptions = DEFAULT_TRAVEL): number {
  const { latitude, longitude } = lane.home;
  let at: Place | null = latitude === null || longitude === null ? null : lane.home;
  let minutes = 0;
  for (const { place } of stopsOf(lane)) {
    if (at) minutes += travelMinutes(at, place, travel).minutes;
    at = place;
  }
  return minutes;
}

/** What a technician's day adds to the figures. */
export function laneFigures(
  lane: Lane & Pick<LaneFacts, 'known'>,
  travel: TravelAssumptions = DEFAULT_TRAVEL,
): LaneFigures {
  const { shifts } = lane.known;
  const overtime = stopsOf(lane).map(({ row }) =>
    shifts.length === 0 ? minutesBetween(row.start, row.end) : uncoveredMinutes(row, shifts),
  );
  return {
    driveMinutes: driveOf(lane, travel),
    overtimeMinutes: Math.round(overtime.reduce((sum, minutes) => sum + minutes, 0)),
  };
}

/** A visit with who goes there, as far as the figures ask. */
export type CountedVisit = Pick<FlaggedVisit, 'status' | 'start' | 'end' | 'windowEnd' | 'assignments'>;

const isLateIn = (visit: CountedVisit, now: Instant): boolean =>
  isLate(visit, now) ||
  ((visit.status === 'Scheduled' || visit.status === 'Dispatched') &&
    visit.windowEnd !== null &&
    visit.start > visit.windowEnd);

/** @param lanes of every technician of the day (`laneFigures`) */
export function dayFigures(
  visits: readonly CountedVisit[],
  lanes: readonly LaneFigures[],
  now: Instant,
): DayFigures {
  const sum = (of: (lane: LaneFigures) => number) => lanes.reduce((all, lane) => all + of(lane), 0);
  return {
    late: visits.filter((visit) => isLateIn(visit, now)).length,
    driveMinutes: sum((lane) => lane.driveMinutes),
    overtimeMinutes: sum((lane) => lane.overtimeMinutes),
    unplaced: visits.filter(isUnassigned).length,
  };
}
