/**
 * What a drop would do, before it is done: the visit as it would be after the command, its time against the lanes it
 * would be in, by the guards the server asks (`enforceSchedule` does the same under locks).
 */
import type { AppointmentView } from '#contract/job.ts';
import type { ScheduleCheck } from '#domain/schedule/consequences.ts';
import type { AppointmentFacts } from '#domain/schedule/facts.ts';
import { checkSchedule } from '#domain/schedule/guards.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import { foldMove, type PendingMove } from '../../../data/pending-moves.ts';
import { type DayIndex, factsOfVisit, type Lane, occupanciesOfVisit } from '../day/day-index.ts';

export type Preview = {
  readonly check: ScheduleCheck;
  /** The visit as it would be. */
  readonly after: AppointmentView;
  /** The time it would newly take; empty when nothing has to be checked (on hold, or shortened). */
  readonly wanted: readonly Occupancy[];
};

const NOTHING: ScheduleCheck = { hard: [], soft: [] };

/** null: the visit is not on this day's board. */
export function previewMove(index: DayIndex, move: PendingMove): Preview | null {
  const before = index.visits.get(move.input.id);
  if (!before) return null;
  const [after] = foldMove({ ...index.day, appointments: [before] }, move).appointments;
  if (!after) return null;
  const held = occupanciesOfVisit(before);
  const next = occupanciesOfVisit(after);
  const wanted = next.filter((one) => !held.some((was) => isWithin(one, was)));
  if (wanted.length === 0) return { check: NOTHING, after, wanted };
  const lanes = lanesOf(index, wanted);
  const own = new Set([...held, ...next].map(({ sourceId }) => sourceId));
  const taken = [
    ...lanes.flatMap((lane) =>
      lane.taken.filter((one) => one.kind !== 'assignment' || !own.has(one.sourceId)),
    ),
    ...next.filter((one) => !wanted.includes(one)),
  ];
  const ownFacts = factsOfVisit(after, index.setup);
  const facts = { get: (id: number) => (own.has(id) ? ownFacts : factsIn(lanes, id)) };
  const check = checkSchedule({ wanted, taken, technicians: lanes.map(({ known }) => known), facts });
  return { check, after, wanted };
}

const isWithin = (inner: Occupancy, outer: Occupancy): boolean =>
  outer.sourceId === inner.sourceId &&
  outer.technicianId === inner.technicianId &&
  outer.start <= inner.start &&
  outer.end >= inner.end;

const lanesOf = (index: DayIndex, wanted: readonly Occupancy[]): Lane[] =>
  [...new Set(wanted.map(({ technicianId }) => technicianId))].flatMap((id) => index.lanes.get(id) ?? []);

function factsIn(lanes: readonly Lane[], id: number): AppointmentFacts | undefined {
  for (const lane of lanes) {
    const facts = lane.facts.get(id);
    if (facts) return facts;
  }
  return undefined;
}
