/** Where in a technician's day a visit fits, drives before and after included, so that no guard has to say no. */
import { type Instant, instantOfMinute, minuteOf } from '../../time.ts';
import { hasSkills } from '../skills-and-zones.ts';
import { soonestMinute } from '../soonest-visit.ts';
import { DEFAULT_TRAVEL, travelMinutes } from '../travel.ts';
import { factorsOf } from './factors.ts';
import type { LaneFacts, Limit, Suggestion, SuggestionDay, WantedVisit } from './question.ts';

/** A start that much after the window is still offered, as late; later is another time to be agreed. */
export const MOST_LATE_MINUTES = 60;

export const NOTHING_LIFTED: ReadonlySet<Limit> = new Set();

/** Starts strictly between the two do not fit beside what is taken there. */
type Blocked = { readonly after: number; readonly until: number };

/** Every other visit, not only the neighbours: with an event between two visits the drive is still driven. */
function blockedStarts(
  lane: LaneFacts,
  visit: WantedVisit,
  { travel = DEFAULT_TRAVEL }: SuggestionDay,
  lifted: ReadonlySet<Limit>,
): readonly Blocked[] {
  const staying = lane.taken.filter(({ kind }) => !lifted.has(kind === 'timeOff' ? 'shifts' : 'gaps'));
  return staying.map(({ kind, sourceId, start, end }) => {
    const place = kind === 'assignment' ? lane.facts.get(sourceId) : undefined;
    // By road there and back may differ.
    const there = place ? travelMinutes(visit, place, travel).minutes : 0;
    const back = place ? travelMinutes(place, visit, travel).minutes : 0;
    return { after: minuteOf(start) - there - visit.durationMinutes, until: minuteOf(end) + back };
  });
}

/**
 * The places worth comparing in one lane: in each gap the earliest start on the quarter hour, also the earliest within
 * a shift and, without a window, the planned one. In between, a later start of the same gap only costs more.
 * Unordered. `lifted`: as if these did not matter.
 */
export function placesIn(
  lane: LaneFacts,
  visit: WantedVisit,
  day: SuggestionDay,
  lifted: ReadonlySet<Limit> = NOTHING_LIFTED,
): readonly Suggestion[] {
  const { known } = lane;
  if (!known.active) return [];
  if (!lifted.has('skills') && !hasSkills(known, visit.skillIds)) return [];
  const isFree = lifted.has('shifts');
  const shifts = known.shifts.map(({ start, end }) => ({ start: minuteOf(start), end: minuteOf(end) }));
  if (shifts.length === 0 && !isFree) return [];
  const { windowStart, windowEnd } = lifted.has('window') ? { windowStart: null, windowEnd: null } : visit;
  let from = Math.max(minuteOf(day.now), minuteOf(day.start));
  if (windowStart) from = Math.max(from, minuteOf(windowStart));
  const latest = windowEnd ? minuteOf(windowEnd) + MOST_LATE_MINUTES : Number.POSITIVE_INFINITY;
  const over = minuteOf(day.end);
  const blocked = blockedStarts(lane, visit, day, lifted);
  const wished = [
    from,
    ...shifts.map(({ start }) => start),
    ...blocked.map(({ until }) => until),
    ...(visit.windowStart === null && visit.windowEnd === null ? [minuteOf(visit.plannedStart)] : []),
  ];
  const starts = new Set(wished.map((minute) => soonestMinute(Math.max(minute, from))));
  return [...starts]
    .filter(
      (at) =>
        at <= latest &&
        at < over &&
        (isFree || shifts.some(({ start, end }) => at >= start && at < end)) &&
        blocked.every(({ after, until }) => at <= after || at >= until),
    )
    .map((at) => placed(lane, visit, day, instantOfMinute(at), instantOfMinute(at + visit.durationMinutes)));
}

function placed(
  lane: LaneFacts,
  visit: WantedVisit,
  { travel }: SuggestionDay,
  start: Instant,
  end: Instant,
): Suggestion {
  const factors = factorsOf(lane, visit, { start, end }, travel);
  const score = factors.reduce((sum, { minutes }) => sum + minutes, 0);
  return { technicianId: lane.known.id, start, end, factors, score };
}
