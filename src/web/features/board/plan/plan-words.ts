/** A plan in the dispatcher's words: what moves, why, and what keeps out what nobody takes. Pure. */
import type { AppointmentView } from '#contract/job.ts';
import type { PlannedMove, PlanProposal, Stuck, Unplaced } from '#domain/schedule/plans/question.ts';
import type { Instant } from '#domain/time.ts';
import { formatTimeRange } from '../../../lib/format.ts';
import { visitsSaid } from '../arrange/arrange-words.ts';
import { labelOf } from '../arrange/check-moves.ts';
import type { DayIndex } from '../day/day-index.ts';
import { boundWords, placeText, rowNotes, technicianName } from '../suggest/suggestion-words.ts';

const timesOf = (index: DayIndex, { start, end }: { start: Instant; end: Instant }) =>
  formatTimeRange(start, end, index.day.timeZone);

export const visitName = (index: DayIndex, id: number): string => {
  const visit = index.visits.get(id);
  return visit ? labelOf(visit) : 'A visit';
};

/** "Ana Reyes 8:00–9:00 → Sam Kowalski 10:00–11:00"; what stays is said once. */
export function moveWords(index: DayIndex, move: PlannedMove): string {
  const [before, after] = [timesOf(index, move.before), timesOf(index, move)];
  const to = technicianName(index, move.to);
  if (move.from === move.to) return `${to}: ${before} → ${after}`;
  const from = move.from === null ? 'nobody yet' : technicianName(index, move.from);
  return before === after ? `${from} → ${to}, ${after}` : `${from} ${before} → ${to} ${after}`;
}

/** "Ana Reyes is out · +12 min drive · in window". */
export function causeWords(index: DayIndex, visit: AppointmentView, move: PlannedMove): string {
  const { factors, start, end, to, isCrew } = move;
  const notes = rowNotes(visit, { technicianId: to, start, end, factors, score: 0 });
  return [
    whyWords(index, move),
    ...(isCrew ? ['the others of the crew stay'] : []),
    ...(notes ? [notes] : []),
  ].join(' · ');
}

function whyWords(index: DayIndex, { cause, from, roomFor }: PlannedMove): string {
  switch (cause) {
    case 'absent':
      return `${technicianName(index, from!)} is out`;
    case 'waiting':
      return 'had nobody';
    case 'room':
      return `makes room for ${roomFor.map((id) => visitName(index, id)).join(' and ')}`;
    case 'tight':
      return 'there was too little time for a drive';
    case 'zone':
      return 'to whose zone or unit it belongs';
    case 'drive':
      return 'shorter rounds';
  }
}

/** What stands in the way, and what to do about it. */
export function unplacedWords(index: DayIndex, { appointmentId, reason, isCrew }: Unplaced): string {
  const visit = index.visits.get(appointmentId);
  if (!visit) return '';
  const after = isCrew ? ' The others of the crew go without.' : '';
  if (reason.kind === 'costs') {
    const { place } = reason;
    const notes = rowNotes(visit, place);
    return `Only at a price: ${technicianName(index, place.technicianId)} could at ${placeText(index, place)}${notes ? ` (${notes})` : ''}.${after}`;
  }
  const { why, todo } = boundWords(index, visit, reason);
  return `${why} ${todo}${after}`;
}

export function stuckWords(index: DayIndex, { status }: Stuck, technicianId: number): string {
  const name = technicianName(index, technicianId);
  if (status === 'Dispatched') return `${name} is on the way: call them back first, then it can be planned.`;
  return `${name} has begun it: what is left of it is yours to decide.`;
}

/**
 * "5 visits to move, 1 taken off without another, 2 left as they are": the heading over the lists, and what a screen reader
 * hears. The first two are what publishing changes, and what its button counts.
 */
export function planSaid({ moves, unplaced, stuck }: PlanProposal): string {
  const takenOff = unplaced.filter(({ from }) => from !== null).length;
  const left = unplaced.length - takenOff + stuck.length;
  const changed = [
    ...(moves.length > 0 ? [`${visitsSaid(moves.length)} to move`] : []),
    ...(takenOff > 0
      ? [`${moves.length > 0 ? takenOff : visitsSaid(takenOff)} taken off without another`]
      : []),
  ];
  return [
    ...(changed.length > 0 ? changed : ['Nothing to move']),
    ...(left > 0 ? [`${left} left as ${left === 1 ? 'it is' : 'they are'}`] : []),
  ].join(', ');
}

/** @param count of `visitMovesOf` */
export function publishWords(count: number): string {
  if (count === 0) return 'Publish';
  return count === 1 ? 'Publish 1 change' : `Publish ${count} changes`;
}

/** The toast. */
export const publishedSaid = (index: DayIndex, absentId: number | null, moved: number): string =>
  absentId === null
    ? `${visitsSaid(moved)} moved as planned`
    : `${technicianName(index, absentId)} is out: ${moved === 0 ? 'nothing moved' : `${visitsSaid(moved)} moved`}`;
