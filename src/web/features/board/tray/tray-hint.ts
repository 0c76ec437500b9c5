/** The hint on a card of the tray: the first of the suggestions, in one line. Read at rest, made between frames. */
import type { AppointmentView } from '#contract/job.ts';
import type { SuggestionDay } from '#domain/schedule/suggestions/question.ts';
import { suggest } from '#domain/schedule/suggestions/suggest.ts';
import type { Instant } from '#domain/time.ts';
import { formatTime } from '../../../lib/format.ts';
import type { DayIndex, Lane } from '../day/day-index.ts';
import { lanesOn, onDayOf } from '../day/on-day-of.ts';
import { suggestionDay, wantedVisit } from '../suggest/suggestion-day.ts';
import { notesOf, technicianName } from '../suggest/suggestion-words.ts';

type Hinter = (visit: AppointmentView) => string | null;

/** In a week: on the day the visit is promised for. */
export function hinterOf(board: DayIndex, lanes: readonly Lane[], now: Instant): Hinter {
  const days = new Map<DayIndex, SuggestionDay>();
  return (visit) => {
    const index = onDayOf(board, visit.start);
    const day = days.get(index) ?? suggestionDay(index, lanesOn(index, lanes), now);
    days.set(index, day);
    return hintFor(index, visit, day);
  };
}

/** "Wei Zhang 12:15, +6 min drive"; null: nobody can. */
export function hintFor(index: DayIndex, visit: AppointmentView, day: SuggestionDay): string | null {
  const [best] = suggest(day, wantedVisit(index, visit));
  if (!best) return null;
  const who = technicianName(index, best.technicianId);
  return [`${who} ${formatTime(best.start, index.day.timeZone)}`, ...notesOf(best)].join(', ');
}
