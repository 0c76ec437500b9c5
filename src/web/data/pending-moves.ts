/**
 * Moves that were asked for and not yet answered, shown as if done: `pending.reduce(foldMove, board)` (house style,
 * "Queries"). Nothing is patched into the cache, so a refused move simply is not there any more and no card jumps.
 */
import { useMutationState } from '@tanstack/react-query';
import type { BoardDay } from '#contract/board.ts';
import type { AppointmentView, AssignmentView } from '#contract/job.ts';
import { instant } from '#domain/time.ts';
import type { Rearrangement } from './arrangements.ts';
import type { CommandInput } from './jobs.ts';

/** A move of one visit. */
export type SingleMove =
  | { readonly command: 'appointments.reassign'; readonly input: CommandInput<'appointments.reassign'> }
  | { readonly command: 'appointments.reschedule'; readonly input: CommandInput<'appointments.reschedule'> }
  | { readonly command: 'appointments.unassign'; readonly input: CommandInput<'appointments.unassign'> }
  | { readonly command: 'appointments.assign'; readonly input: CommandInput<'appointments.assign'> }
  | { readonly command: 'appointments.park'; readonly input: CommandInput<'appointments.park'> }
  | { readonly command: 'appointments.unpark'; readonly input: CommandInput<'appointments.unpark'> };

export type PendingMove =
  | SingleMove
  | { readonly command: 'appointments.rearrange'; readonly input: Rearrangement };

const MOVES = new Set<string>([
  'appointments.reassign',
  'appointments.reschedule',
  'appointments.unassign',
  'appointments.assign',
  'appointments.park',
  'appointments.unpark',
  'appointments.rearrange',
] satisfies PendingMove['command'][]);

/** Oldest first, as they were asked for. */
export function usePendingMoves(): PendingMove[] {
  return useMutationState({
    filters: {
      status: 'pending',
      predicate: ({ options }) =>
        options.mutationKey?.[1] === 'command' && MOVES.has(String(options.mutationKey[2])),
    },
    select: ({ options, state }) =>
      ({ command: options.mutationKey![2], input: state.variables }) as PendingMove,
  });
}

/** The board as it will be once the move is answered. Doing it twice is the same as doing it once. */
export function foldMove(day: BoardDay, move: PendingMove): BoardDay {
  if (move.command === 'appointments.rearrange') return rearranged(day, move.input.moves);
  const index = day.appointments.findIndex(({ id }) => id === move.input.id);
  const before = day.appointments[index];
  if (!before) return day;
  const appointments = [...day.appointments];
  appointments[index] = settled(moved(before, move, (id) => assignmentOf(day, before, id)));
  return { ...day, appointments };
}

function rearranged(day: BoardDay, moves: Rearrangement['moves']): BoardDay {
  const moveOf = new Map(moves.map((move) => [move.appointmentId, move]));
  const appointments = day.appointments.map((one) => {
    const move = moveOf.get(one.id);
    if (!move) return one;
    const named = (move.technicians ?? []).flatMap(({ from, to }) => [from, to]);
    const kept = one.assignments.filter(({ technicianId }) => !named.includes(technicianId));
    const coming = (move.technicians ?? []).flatMap(({ to }) =>
      to === null ? [] : [assignmentOf(day, one, to)],
    );
    const { holdingLaneId = one.holdingLaneId } = move;
    // Parked, it is nobody's.
    const assignments = move.holdingLaneId == null ? [...kept, ...coming] : [];
    const times = { start: instant(move.start), end: instant(move.end) };
    return settled({ ...one, ...times, holdingLaneId, assignments });
  });
  return { ...day, appointments };
}

/** Who goes is known, so it stands in no holding lane (domain, `withoutLanes`). */
const settled = (one: AppointmentView): AppointmentView =>
  one.holdingLaneId != null && one.assignments.length > 0 ? { ...one, holdingLaneId: null } : one;

function moved(
  one: AppointmentView,
  { command, input }: SingleMove,
  assigned: (technicianId: number) => AssignmentView,
): AppointmentView {
  switch (command) {
    case 'appointments.reassign': {
      const { fromTechnicianId, toTechnicianId } = input;
      const others = one.assignments.filter(
        ({ technicianId }) => technicianId !== fromTechnicianId && technicianId !== toTechnicianId,
      );
      return {
        ...one,
        start: instant(input.start),
        end: instant(input.end),
        assignments: [...others, assigned(toTechnicianId)],
      };
    }
    case 'appointments.reschedule':
      return {
        ...one,
        start: input.start ? instant(input.start) : one.start,
        end: input.end ? instant(input.end) : one.end,
        windowStart: changedWindow(input.windowStart, one.windowStart),
        windowEnd: changedWindow(input.windowEnd, one.windowEnd),
      };
    case 'appointments.unassign':
      return {
        ...one,
        assignments: one.assignments.filter(
          ({ technicianId }) => !input.technicianIds.includes(technicianId),
        ),
      };
    case 'appointments.park':
      return {
        ...one,
        start: input.start ? instant(input.start) : one.start,
        end: input.end ? instant(input.end) : one.end,
        holdingLaneId: input.holdingLaneId,
        assignments: [],
      };
    case 'appointments.unpark':
      return { ...one, holdingLaneId: null };
    case 'appointments.assign': {
      const added = input.technicianIds.filter((id) =>
        one.assignments.every(({ technicianId }) => technicianId !== id),
      );
      return { ...one, assignments: [...one.assignments, ...added.map(assigned)] };
    }
  }
}

const changedWindow = (asked: string | null | undefined, now: AppointmentView['windowStart']) =>
  asked === undefined ? now : asked === null ? null : instant(asked);

/** The assignment there is, or one as the server will make it; negative ids are never sent anywhere. */
function assignmentOf(day: BoardDay, one: AppointmentView, technicianId: number): AssignmentView {
  const there = one.assignments.find((assignment) => assignment.technicianId === technicianId);
  return (
    there ?? {
      id: -technicianId,
      technicianId,
      technicianName: day.technicians.find(({ id }) => id === technicianId)?.name ?? '',
      status: 'Scheduled',
      paused: false,
      dispatchedOn: null,
      arrivedOn: null,
      workStartedOn: null,
      pausedOn: null,
      resumedOn: null,
      doneOn: null,
      override: null,
    }
  );
}
