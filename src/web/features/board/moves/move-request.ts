/** A drop, or its twin by keyboard, as the command it means. Pure: from where to where, and what is said when done. */
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import type { PendingMove } from '../../../data/pending-moves.ts';
import { formatTimeRange } from '../../../lib/format.ts';
import type { VisitRequest } from '../../../parts/appointment-drawer/visit-requests.ts';
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
  | { readonly kind: 'unassign'; readonly technicianIds: readonly number[] };

const commandOf = (visit: AppointmentView, move: Move): PendingMove => {
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
    case 'unassign':
      return { command: 'appointments.unassign', input: { id, technicianIds: [...move.technicianIds] } };
  }
};

/** Nothing would change: a bar put back to its place. */
export const isIdle = (visit: AppointmentView, move: Move): boolean => {
  if (move.kind === 'join' || move.kind === 'unassign') return false;
  const sameTime = move.start === visit.start && move.end === visit.end;
  return sameTime && (move.kind === 'resize' || move.from === move.to);
};

/** For the preview and for the way out alike. */
export const pendingOf = commandOf;

export function requestOf(index: DayIndex, visit: AppointmentView, move: Move): VisitRequest {
  const zone = index.day.timeZone;
  const nameOf = (id: number) => index.lanes.get(id)?.technician.name ?? 'the technician';
  const number = `#${visit.jobNumber}`;
  const technicians = techniciansAfter(visit, move).map((technicianId) => ({ technicianId }));
  const command = commandOf(visit, move);
  const about = { visit };
  switch (move.kind) {
    case 'move': {
      const { start, end } = move;
      const done = `${number} moved to ${nameOf(move.to)}, ${formatTimeRange(start, end, zone)}`;
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
  if (move.kind === 'resize') return ids;
  if (move.kind === 'join') return [...ids, move.to];
  if (move.kind === 'unassign') return ids.filter((id) => !move.technicianIds.includes(id));
  return [...ids.filter((id) => id !== move.from && id !== move.to), move.to];
}
