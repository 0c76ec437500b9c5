/** What letting go of a visit on a technician means: the best time they have, by the suggestions' rules. Pure. */
import type { AppointmentView } from '#contract/job.ts';
import { suggest } from '#domain/schedule/suggestions/suggest.ts';
import type { Instant } from '#domain/time.ts';
import { formatTimeRange } from '../../../lib/format.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import type { DayIndex } from '../day/day-index.ts';
import type { Consequences } from '../grid/types.ts';
import { consequencesOf } from '../moves/drop-preview.ts';
import type { Move } from '../moves/move-request.ts';
import { suggestionDay, wantedVisit } from '../suggest/suggestion-day.ts';
import { notesOf } from '../suggest/suggestion-words.ts';

export type DropAnswer = {
  readonly technicianId: number;
  readonly name: string;
  /** null: they have it already. */
  readonly move: Move | null;
  /** `10:15–11:45, +6 min drive`. */
  readonly place: string;
  readonly consequences: Consequences;
};

/** Whose it would leave: the one it was dragged from, else the only one who has it; null: nobody, or a crew gets one more. */
export function leaverOf({ assignments }: AppointmentView, from: number | null): number | null {
  if (from !== null && assignments.some(({ technicianId }) => technicianId === from)) return from;
  return assignments.length === 1 ? assignments[0]!.technicianId : null;
}

/**
 * @param from whose round it was taken from; null: nobody's
 * @returns null: that technician is not on this day's board
 */
export function dropOn(
  index: DayIndex,
  visit: AppointmentView,
  from: number | null,
  technicianId: number,
  now: Instant,
  wording: Wording,
): DropAnswer | null {
  const lane = index.lanes.get(technicianId);
  if (!lane) return null;
  const { name } = lane.technician;
  const leaver = leaverOf(visit, from);
  const nothing: Consequences = { severity: 'ok', lines: [] };
  if (visit.assignments.some((one) => one.technicianId === technicianId)) {
    return { technicianId, name, move: null, place: 'on this visit already', consequences: nothing };
  }
  const [best] = suggest(suggestionDay(index, [lane], now), wantedVisit(index, visit));
  // No room at all: at its own time, and the consequences say what is in the way.
  const { start, end } = best ?? visit;
  const joins = leaver === null && visit.assignments.length > 0;
  const move: Move = joins
    ? { kind: 'join', to: technicianId }
    : { kind: 'move', from: leaver, to: technicianId, start, end };
  const times = joins ? visit : { start, end };
  return {
    technicianId,
    name,
    move,
    place: [
      formatTimeRange(times.start, times.end, index.day.timeZone),
      ...(best && !joins ? notesOf(best) : []),
    ].join(', '),
    consequences: consequencesOf(index, visit, move, wording),
  };
}
