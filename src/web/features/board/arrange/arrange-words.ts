/** The titles, buttons and toasts of what is done to several visits at once. */
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import { formatTimeRange } from '../../../lib/format.ts';
import type { DayIndex } from '../day/day-index.ts';
import type { ArrangeQuestion } from './arrange-question.ts';
import { labelOf } from './check-moves.ts';
import type { Answers } from './proposals.ts';

export const visitsSaid = (count: number): string => (count === 1 ? '1 visit' : `${count} visits`);

/** `30 minutes`, `2 hours`, `1 h 30 min`. */
export function minutesSaid(minutes: number): string {
  const whole = Math.abs(minutes);
  if (whole % 60 === 0 && whole > 0) return whole === 60 ? '1 hour' : `${whole / 60} hours`;
  if (whole < 60) return whole === 1 ? '1 minute' : `${whole} minutes`;
  return `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
export const shiftSaid = (minutes: number): string =>
  `${minutesSaid(minutes)} ${minutes < 0 ? 'earlier' : 'later'}`;

const nameOf = (index: DayIndex, id: number) => index.lanes.get(id)?.technician.name ?? 'the technician';
const visitSaid = (index: DayIndex, id: number) => {
  const visit = index.visits.get(id);
  return visit ? labelOf(visit) : 'a visit';
};

export const laneNameOf = ({ setup }: Pick<DayIndex, 'setup'>, id: number): string =>
  setup.holdingLanes.find((one) => one.id === id)?.name ?? 'its holding lane';
export const parkedSaid = (index: DayIndex, visits: number, laneId: number): string =>
  `${visitsSaid(visits)} parked in ${laneNameOf(index, laneId)}`;

export type Words = { readonly title: string; readonly action: string };

export function wordsOfQuestion(index: DayIndex, question: ArrangeQuestion, visits: number): Words {
  switch (question.kind) {
    case 'moveBy':
      return { title: `Move ${visitsSaid(visits)} by…`, action: 'Move' };
    case 'park':
      return { title: `Park ${visitsSaid(visits)} in…`, action: 'Park' };
    case 'giveTo':
      return { title: `Give ${visitsSaid(visits)} to…`, action: 'Give' };
    case 'swap':
      return question.other === null
        ? { title: `Swap ${visitSaid(index, question.visitId)} with…`, action: 'Swap' }
        : { title: 'Swap the two?', action: 'Swap' };
    case 'push':
      return {
        title: `Push ${visitSaid(index, question.visitId)} and the rest of ${nameOf(index, question.technicianId)}’s day`,
        action: 'Push',
      };
    case 'align':
      return { title: `Align ${nameOf(index, question.technicianId)}’s day to travel`, action: 'Align' };
    case 'split':
      return { title: `Split ${visitSaid(index, question.visitId)}`, action: 'Split' };
    case 'duplicate':
      return { title: `Duplicate ${visitSaid(index, question.visitId)}`, action: 'Duplicate' };
  }
}

/** The toast. */
export function doneSaid(
  index: DayIndex,
  question: ArrangeQuestion,
  { minutes, technicianId, otherId, laneId }: Answers,
  moves: readonly VisitMove[],
): string {
  const count = visitsSaid(moves.length);
  switch (question.kind) {
    case 'park':
      return parkedSaid(index, moves.length, laneId!);
    case 'giveTo':
      return `${count} given to ${nameOf(index, technicianId!)}`;
    case 'swap': {
      const [one, other] = [question.visitId, otherId!].map((id) => index.visits.get(id)?.jobNumber);
      return `#${one} and #${other} swapped`;
    }
    case 'push':
      return `${count} pushed by up to ${minutesSaid(minutes!)}`;
    case 'align':
      return `${nameOf(index, question.technicianId)}’s day aligned: ${count} moved`;
    default:
      return `${count} moved ${shiftSaid(minutes!)}`;
  }
}

/** "#1042 Lopez: 10:00–11:00 → 10:30–11:30, Sam Kowalski": what stands in the dialog for each. */
export function moveSaid(index: DayIndex, move: VisitMove): string {
  const zone = index.day.timeZone;
  const visit = index.visits.get(move.appointmentId);
  if (!visit) return '';
  const before = formatTimeRange(visit.start, visit.end, zone);
  const after = formatTimeRange(move.start, move.end, zone);
  const coming = move.technicians.flatMap(({ to }) => (to === null ? [] : [nameOf(index, to)]));
  if (move.holdingLaneId != null) coming.push(laneNameOf(index, move.holdingLaneId));
  const when = before === after ? before : `${before} → ${after}`;
  return `${labelOf(visit)}: ${[when, ...coming].join(', ')}`;
}
