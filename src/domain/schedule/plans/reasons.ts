/** Why each visit moves, what its new place costs, and what keeps out those that have none. */
import type { Id } from '../../ids.ts';
import { addMinutes, type Span } from '../../time.ts';
import { byStart } from '../day-figures.ts';
import { binding } from '../suggestions/binding.ts';
import { factorsOf } from '../suggestions/factors.ts';
import type { LaneFacts } from '../suggestions/question.ts';
import { suggest } from '../suggestions/suggest.ts';
import { DEFAULT_TRAVEL, type TravelAssumptions, travelMinutes } from '../travel.ts';
import { dayAsPlanned, type Placed, sourceOf } from './day-as-planned.ts';
import type { Touched } from './movable.ts';
import type { MoveCause, PlanDay, PlannedMove, Unplaced } from './question.ts';
import { costOf } from './round.ts';

const spanOf = ({ visit, start }: Placed): Span => ({ start, end: addMinutes(start, visit.durationMinutes) });
const spanBefore = ({ visit }: Placed): Span => ({
  start: visit.plannedStart,
  end: addMinutes(visit.plannedStart, visit.durationMinutes),
});

/** @param after the day with all of them done */
export function movesTold(
  after: PlanDay,
  moved: readonly Placed[],
  touched: Touched,
): readonly PlannedMove[] {
  const hit = new Set(touched.hit.map(({ appointmentId }) => appointmentId));
  const tight = new Set(touched.tight.map(({ appointmentId }) => appointmentId));
  const lanes = new Map(after.lanes.map((lane) => [lane.known.id, lane]));
  const moves = moved.flatMap((one): PlannedMove[] => {
    const { visit, from, to } = one;
    const lane = to === null ? undefined : lanes.get(to);
    if (to === null || !lane) return [];
    const { appointmentId } = visit;
    const sourceId = sourceOf(visit, to);
    const taken = lane.taken.filter((row) => row.kind !== 'assignment' || row.sourceId !== sourceId);
    const isCrew = visit.assignments.length > 1;
    const roomFor = hit.has(appointmentId) || from === null ? [] : inItsPlace(one, moved, after.travel);
    const cause: MoveCause = hit.has(appointmentId)
      ? 'absent'
      : from === null
        ? 'waiting'
        : roomFor.length > 0
          ? 'room'
          : tight.has(appointmentId)
            ? 'tight'
            : isCloser(lanes, one)
              ? 'zone'
              : 'drive';
    const factors = factorsOf({ ...lane, taken }, visit, spanOf(one), after.travel);
    return [
      { appointmentId, ...spanOf(one), before: spanBefore(one), from, to, isCrew, cause, roomFor, factors },
    ];
  });
  const rank = ({ cause }: PlannedMove) => (cause === 'absent' || cause === 'waiting' ? 0 : 1);
  return moves.sort((a, b) => rank(a) - rank(b) || byStart(a, b) || a.appointmentId - b.appointmentId);
}

const isCloser = (lanes: ReadonlyMap<Id, LaneFacts>, { visit, from, to }: Placed): boolean => {
  const [was, is] = [lanes.get(from ?? 0), lanes.get(to ?? 0)];
  return was !== undefined && is !== undefined && costOf(visit, is) < costOf(visit, was);
};

/** Who comes where it was, the drive between the two included. */
function inItsPlace(
  one: Placed,
  moved: readonly Placed[],
  travel: TravelAssumptions = DEFAULT_TRAVEL,
): readonly Id[] {
  const before = spanBefore(one);
  return moved.flatMap((other) => {
    // Two of one round that change places make room for nobody.
    if (other === one || other.to !== one.from || other.from === other.to) return [];
    const { start, end } = spanOf(other);
    const drive = travelMinutes(one.visit, other.visit, travel).minutes;
    const isThere = start < addMinutes(before.end, drive) && addMinutes(end, drive) > before.start;
    return isThere ? [other.visit.appointmentId] : [];
  });
}

/** What nobody takes, with what would have to give; in the day as it will be. */
export function unplacedTold(day: PlanDay, placed: readonly Placed[], { hit }: Touched): readonly Unplaced[] {
  const after = dayAsPlanned(day, placed);
  const hitIds = new Set(hit.map(({ appointmentId }) => appointmentId));
  return placed
    .filter(({ to }) => to === null)
    .map(({ visit, from }): Unplaced => {
      const crew = visit.assignments.map(({ technicianId }) => technicianId);
      // Who is out is no way out, nor are the others of a crew.
      const lanes = after.lanes.filter(
        ({ known }) => known.id !== from && (crew.length < 2 || !crew.includes(known.id)),
      );
      const asked = { ...after, lanes };
      const bound = binding(asked, visit);
      return {
        appointmentId: visit.appointmentId,
        from: hitIds.has(visit.appointmentId) ? from : null,
        isCrew: crew.length > 1,
        reason: bound ? { kind: 'bound', ...bound } : { kind: 'costs', place: suggest(asked, visit)[0]! },
      };
    });
}
