/** Who could take a visit, and when: every place of everybody, the best first. */
import { NOTHING_LIFTED, placesIn } from './places.ts';
import type { Limit, Suggestion, SuggestionDay, WantedVisit } from './question.ts';

/** By score, then the earlier, then the technician's number: the same question has the same answer. */
const best = (a: Suggestion, b: Suggestion): number =>
  a.score - b.score || (a.start < b.start ? -1 : a.start > b.start ? 1 : a.technicianId - b.technicianId);

/**
 * Nothing in it meets other work, an absence or an event, lacks a skill, begins outside a shift or leaves too little
 * for a drive: `checkSchedule` finds nothing hard. Empty: `binding` says what stands in the way.
 */
export const suggest = (
  day: SuggestionDay,
  visit: WantedVisit,
  lifted: ReadonlySet<Limit> = NOTHING_LIFTED,
): readonly Suggestion[] => day.lanes.flatMap((lane) => placesIn(lane, visit, day, lifted)).sort(best);

/** The best of each technician; when those are fewer than `most`, their other places too. Still the best first. */
export function shortlist(ranked: readonly Suggestion[], most: number): readonly Suggestion[] {
  const seen = new Set<number>();
  const firsts = ranked.filter(({ technicianId }) => !seen.has(technicianId) && seen.add(technicianId));
  const others = ranked.filter((one) => !firsts.includes(one));
  return [...firsts, ...others].slice(0, most).sort(best);
}
