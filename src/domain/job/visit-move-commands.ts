/** A visit's part of a rearrangement as the commands a single move gives, so that the same rules decide on it (§2). */
import type { Id } from '../ids.ts';
import type { VisitMove } from '../schedule/arrangements/visit-move.ts';
import type { JobCommand } from './commands.ts';
import type { Appointment } from './job-card.ts';

/** How many assignments a move makes: so many ids it needs. */
export const newAssignmentsOf = ({ technicians }: VisitMove): number =>
  technicians.filter(({ to }) => to !== null).length;

/**
 * Who leaves is taken off first, so that nobody stands in the way of who comes. A visit that is to stay as it is gives
 * no command: it is as wanted.
 */
export function visitMoveCommands(
  visit: Pick<Appointment, 'start' | 'end' | 'holdingLaneId'>,
  move: VisitMove,
  newId: () => Id,
  options: { readonly cancelDispatch: boolean; readonly overrideReason?: string | undefined },
): readonly JobCommand[] {
  const { appointmentId, start, end, technicians, holdingLaneId } = move;
  const { cancelDispatch, overrideReason } = options;
  const said = { cancelDispatch, ...(overrideReason ? { overrideReason } : {}) };
  const technicianIds = technicians.flatMap(({ from, to }) => (from !== null && to === null ? [from] : []));
  const coming = technicians.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
  const isMoved = start !== visit.start || end !== visit.end;
  if (holdingLaneId != null) {
    const isThere = visit.holdingLaneId === holdingLaneId && !isMoved;
    return isThere ? [] : [{ type: 'park', appointmentId, holdingLaneId, start, end, cancelDispatch }];
  }
  // Given to somebody it leaves its lane by itself.
  const leaves = holdingLaneId === null && visit.holdingLaneId !== null && coming.length === 0;
  return [
    ...(leaves ? [{ type: 'unpark', appointmentId } as const] : []),
    ...(technicianIds.length > 0 ? [{ type: 'unassign', appointmentId, technicianIds } as const] : []),
    // The first that comes brings the new time along.
    ...(coming.length === 0 && isMoved
      ? [{ type: 'reschedule', appointmentId, start, end, ...said } as const]
      : []),
    ...coming.map(
      ({ from, to }) =>
        ({
          type: 'reassign',
          appointmentId,
          fromTechnicianId: from,
          to: { id: newId(), technicianId: to },
          start,
          end,
          ...said,
        }) as const,
    ),
  ];
}
