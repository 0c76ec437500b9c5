/**
 * What a drop would do, before it is done: the visit as it would be after the command, its time against the lanes it
 * would be in, by the guards the server asks (`enforceSchedule` does the same under locks).
 */
import type { AppointmentView } from '#contract/job.ts';
import type { ScheduleCheck } from '#domain/schedule/consequences.ts';
import type { AppointmentFacts } from '#domain/schedule/facts.ts';
import { checkSchedule } from '#domain/schedule/guards.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import { foldMove, type SingleMove } from '../../../data/pending-moves.ts';
import { type DayIndex, factsOfVisit, type Lane, occupanciesOfVisit } from '../day/day-index.ts';

export type Preview = {
  readonly check: ScheduleCheck;
  /** The visit as it would be. */
  readonly after: AppointmentView;
  /** The time it would newly take; empty when nobody can be in its way (on hold, or shortened). */
  readonly wanted: readonly Occupancy[];
};

const NOTHING: ScheduleCheck = { hard: [], soft: [] };

/** null: the visit is not on this day's board. */
export function previewMove(index: DayIndex, move: SingleMove): Preview | null {
  const before = index.visits.get(move.input.id);
  if (!before) return null;
  const [after] = foldMove({ ...index.day, appointments: [before] }, move).appointments;
  if (!after) return null;
  return { ...checkVisits(index, [{ before, after }]), after };
}

/** Visits as they would be, checked once as they would all be: two that change places are in nobody's way. */
export function checkVisits(
  index: DayIndex,
  changes: readonly { readonly before: AppointmentView; readonly after: AppointmentView }[],
): Pick<Preview, 'check' | 'wanted'> {
  const held = changes.flatMap(({ before }) => occupanciesOfVisit(before));
  const next = changes.flatMap(({ after }) => occupanciesOfVisit(after));
  const wanted = next.filter((one) => !held.some((was) => isWithin(one, was)));
  // Less time than before is in nobody's way, but begins or ends elsewhere: what was promised and the drives are looked at.
  const shortened = next.filter((one) => held.some((was) => isWithin(one, was) && !isSame(one, was)));
  const asked = [...wanted, ...shortened];
  if (asked.length === 0) return { check: NOTHING, wanted };
  const lanes = lanesOf(index, asked);
  const own = new Set([...held, ...next].map(({ sourceId }) => sourceId));
  const taken = [
    ...lanes.flatMap((lane) =>
      lane.taken.filter((one) => one.kind !== 'assignment' || !own.has(one.sourceId)),
    ),
    ...next.filter((one) => !asked.includes(one)),
  ];
  const ownFacts = new Map(
    changes.flatMap(({ before, after }) => {
      const facts = factsOfVisit(after, index.setup);
      return [before, after].flatMap((visit) =>
        occupanciesOfVisit(visit).map(({ sourceId }) => [sourceId, facts] as const),
      );
    }),
  );
  const facts = { get: (id: number) => ownFacts.get(id) ?? factsIn(lanes, id) };
  const { hard, soft } = checkSchedule({
    wanted: asked,
    taken,
    technicians: lanes.map(({ known }) => known),
    facts,
    travel: index.travel,
  });
  const less = new Set(shortened.map(({ sourceId }) => sourceId));
  return { check: { hard: hard.filter(({ params }) => !less.has(params.sourceId)), soft }, wanted };
}

const isWithin = (inner: Occupancy, outer: Occupancy): boolean =>
  outer.sourceId === inner.sourceId &&
  outer.technicianId === inner.technicianId &&
  outer.start <= inner.start &&
  outer.end >= inner.end;

const isSame = (a: Occupancy, b: Occupancy): boolean => a.start === b.start && a.end === b.end;

const lanesOf = (index: DayIndex, wanted: readonly Occupancy[]): Lane[] =>
  [...new Set(wanted.map(({ technicianId }) => technicianId))].flatMap((id) => index.lanes.get(id) ?? []);

function factsIn(lanes: readonly Lane[], id: number): AppointmentFacts | undefined {
  for (const lane of lanes) {
    const facts = lane.facts.get(id);
    if (facts) return facts;
  }
  return undefined;
}
