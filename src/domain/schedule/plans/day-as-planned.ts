/** The day as it would be: visits taken off where they were and put where they are to be. */
import type { Id } from '../../ids.ts';
import { addMinutes, type Instant } from '../../time.ts';
import { byStart } from '../day-figures.ts';
import type { Occupancy } from '../occupancy.ts';
import type { LaneFacts } from '../suggestions/question.ts';
import type { Absence, PlanDay, PlanVisit } from './question.ts';

/** `to` null: nobody goes instead of `from`. */
export type Placed = {
  readonly visit: PlanVisit;
  readonly from: Id | null;
  readonly to: Id | null;
  readonly start: Instant;
};

/** What the time a visit takes of a technician goes by. A new one has no id yet, so the visit's is lent. */
export const sourceOf = (visit: PlanVisit, technicianId: Id): Id =>
  visit.assignments.find((one) => one.technicianId === technicianId)?.sourceId ?? -visit.appointmentId;

/** What it takes of the technician's time; null when nobody goes. */
export const rowOf = ({ visit, to, start }: Placed): Occupancy | null =>
  to === null
    ? null
    : {
        kind: 'assignment',
        sourceId: sourceOf(visit, to),
        technicianId: to,
        start,
        end: addMinutes(start, visit.durationMinutes),
        overridden: false,
      };

/** The absence as time off that nobody has written yet. */
export function withAbsence(day: PlanDay, absence: Absence | null): PlanDay {
  if (!absence) return day;
  const { start, end, technicianId } = absence;
  const off: Occupancy = { kind: 'timeOff', sourceId: 0, technicianId, start, end, overridden: true };
  return {
    ...day,
    lanes: day.lanes.map((lane) =>
      lane.known.id === technicianId ? { ...lane, taken: [...lane.taken, off].sort(byStart) } : lane,
    ),
  };
}

/** Each visit once in `placed`; lanes it touches nothing of are the same objects. */
export function dayAsPlanned(day: PlanDay, placed: readonly Placed[]): PlanDay {
  if (placed.length === 0) return day;
  const gone = new Map<Id, Set<Id>>();
  const coming = new Map<Id, { row: Occupancy; visit: PlanVisit }[]>();
  for (const one of placed) {
    if (one.from !== null) {
      const sources = gone.get(one.from) ?? new Set();
      gone.set(one.from, sources.add(sourceOf(one.visit, one.from)));
    }
    const row = rowOf(one);
    if (row)
      coming.set(row.technicianId, [...(coming.get(row.technicianId) ?? []), { row, visit: one.visit }]);
  }
  const lanes = day.lanes.map((lane): LaneFacts => {
    const sources = gone.get(lane.known.id);
    const added = coming.get(lane.known.id) ?? [];
    if (!sources && added.length === 0) return lane;
    const own = new Map(added.map(({ row, visit }) => [row.sourceId, visit]));
    const kept = lane.taken.filter((row) => row.kind !== 'assignment' || !sources?.has(row.sourceId));
    return {
      ...lane,
      taken: [...kept, ...added.map(({ row }) => row)].sort(byStart),
      facts: { get: (id) => own.get(id) ?? lane.facts.get(id) },
    };
  });
  return { ...day, lanes };
}
