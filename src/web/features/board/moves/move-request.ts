/** A drop, or its twin by keyboard, as the command it means. Pure: from where to where, and what is said when done. */
import type { AppointmentView } from '#contract/job.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import type { SingleMove } from '../../../data/pending-moves.ts';
import { formatDay, formatTimeRange } from '../../../lib/format.ts';
import type { VisitRequest } from '../../../parts/appointment-drawer/visit-requests.ts';
import { isParkedVisit } from '../../../parts/visit-flags.ts';
import type { DayIndex } from '../day/day-index.ts';

export type Move =
  /** To a technician and a time. `from` null: from the tray. */
  | {
      readonly kind: 'move';
      readonly from: number | null;
      readonly to: number;
      readonly start: Instant;
      readonly end: Instant;
    }
  | { readonly kind: 'resize'; readonly start: Instant; readonly end: Instant }
  /** One more technician, at the visit's own time. */
  | { readonly kind: 'join'; readonly to: number }
  /** Into a holding lane, off everybody. */
  | { readonly kind: 'park'; readonly to: number; readonly start: Instant; readonly end: Instant }
  /** Out of it, to the tray. */
  | { readonly kind: 'unpark' }
  | { readonly kind: 'unassign'; readonly technicianIds: readonly number[] };

const commandOf = (visit: AppointmentView, move: Move): SingleMove => {
  const { id } = visit;
  switch (move.kind) {
    case 'move': {
      const { from: fromTechnicianId, to: toTechnicianId, start, end } = move;
      return {
        command: 'appointments.reassign',
        input: { id, fromTechnicianId, toTechnicianId, start, end },
      };
    }
    case 'resize': {
      const start = move.start === visit.start ? {} : { start: move.start };
      const end = move.end === visit.end ? {} : { end: move.end };
      return { command: 'appointments.reschedule', input: { id, ...start, ...end } };
    }
    case 'join':
      return { command: 'appointments.assign', input: { id, technicianIds: [move.to] } };
    case 'park': {
      const { to: holdingLaneId, start, end } = move;
      return { command: 'appointments.park', input: { id, holdingLaneId, start, end } };
    }
    case 'unpark':
      return { command: 'appointments.unpark', input: { id } };
    case 'unassign':
      return { command: 'appointments.unassign', input: { id, technicianIds: [...move.technicianIds] } };
  }
};

/** Nothing would change: a bar put back to its place. */
export const isIdle = (visit: AppointmentView, move: Move): boolean => {
  if (move.kind === 'unpark') return !isParkedVisit(visit);
  if (move.kind === 'join' || move.kind === 'unassign') return false;
  const sameTime = move.start === visit.start && move.end === visit.end;
  if (move.kind === 'park') return sameTime && isParkedVisit(visit) && visit.holdingLaneId === move.to;
  return sameTime && (move.kind === 'resize' || move.from === move.to);
};

/** For the preview and for the way out alike. */
export const pendingOf = commandOf;

export function requestOf(index: DayIndex, visit: AppointmentView, move: Move): VisitRequest {
  const zone = index.day.timeZone;
  const nameOf = (id: number) => index.lanes.get(id)?.technician.name ?? 'the technician';
  const laneOf = (id: number | null) =>
    index.setup.holdingLanes.find((one) => one.id === id)?.name ?? 'its holding lane';
  const number = `#${visit.jobNumber}`;
  const technicians = techniciansAfter(visit, move).map((technicianId) => ({ technicianId }));
  const command = commandOf(visit, move);
  const about = { visit };
  const placeIn = (start: Instant, end: Instant): string => {
    const to = dayOf(start, zone);
    // To the same day, the day goes without saying.
    const on = to === dayOf(visit.start, zone) ? '' : `${formatDay(to)} `;
    return `${on}${formatTimeRange(start, end, zone)}`;
  };
  switch (move.kind) {
    case 'move': {
      const { start, end } = move;
      const done = `${number} moved to ${nameOf(move.to)}, ${placeIn(start, end)}`;
      return { ...command, ...about, done, mine: { start, end, technicians } } as VisitRequest;
    }
    case 'resize': {
      const { start, end } = move;
      const done = `${number} is now ${formatTimeRange(start, end, zone)}`;
      return { ...command, ...about, done, mine: { start, end } } as VisitRequest;
    }
    case 'join':
      return {
        ...command,
        ...about,
        done: `${nameOf(move.to)} joins ${number}`,
        mine: { technicians },
      } as VisitRequest;
    case 'park': {
      const { to: holdingLaneId, start, end } = move;
      const done = `${number} parked in ${laneOf(holdingLaneId)}, ${placeIn(start, end)}`;
      return { ...command, ...about, done, mine: { holdingLaneId, start, end, technicians } } as VisitRequest;
    }
    case 'unpark': {
      const done = `${number} taken out of ${laneOf(visit.holdingLaneId)}: it waits in the tray`;
      return { ...command, ...about, done, mine: { holdingLaneId: null } } as VisitRequest;
    }
    case 'unassign': {
      const names = move.technicianIds.map(nameOf).join(' and ');
      return {
        ...command,
        ...about,
        done: `${names} taken off ${number}`,
        mine: { technicians },
      } as VisitRequest;
    }
  }
}

function techniciansAfter({ assignments }: AppointmentView, move: Move): number[] {
  const ids = assignments.map(({ technicianId }) => technicianId);
  if (move.kind === 'resize' || move.kind === 'unpark') return ids;
  if (move.kind === 'park') return [];
  if (move.kind === 'join') return [...ids, move.to];
  if (move.kind === 'unassign') return ids.filter((id) => !move.technicianIds.includes(id));
  return [...ids.filter((id) => id !== move.from && id !== move.to), move.to];
}
