/**
 * The board day by technician: what takes their time and what the guards must know of it. A change of the day makes a
 * new index that keeps the lanes nobody touched, so that a move among 5,000 visits costs two lanes (and what is drawn
 * from a lane can be remembered by its identity). Tested against an index made from scratch.
 */
import type { BoardDay, BoardTechnician, BusyBar } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import type { Setup } from '#contract/setup.ts';
import type { AppointmentFacts, TechnicianFacts } from '#domain/schedule/facts.ts';
import { occupanciesOf } from '#domain/schedule/occupancies.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import { roadTimesOf } from '#domain/schedule/road-times.ts';
import { DEFAULT_TRAVEL, type TravelAssumptions } from '#domain/schedule/travel.ts';
import { isParkedVisit } from '#domain/schedule/visit-flags.ts';
import { cardOfVisit } from '../../../parts/appointment-drawer/domain-card.ts';

export type Lane = {
  readonly technician: BoardTechnician;
  /** Visits the technician is assigned to, held ones too. */
  readonly visits: readonly AppointmentView[];
  readonly busy: readonly BusyBar[];
  readonly taken: readonly Occupancy[];
  /** Of the visits in the lane, by the `sourceId` their time is taken under. */
  readonly facts: ReadonlyMap<number, AppointmentFacts>;
  readonly known: TechnicianFacts;
};

/** A lane that is nobody's, with the visits parked in it. */
export type HoldingLane = {
  readonly lane: Setup['holdingLanes'][number];
  readonly visits: readonly AppointmentView[];
};

export type DayIndex = {
  readonly day: BoardDay;
  readonly setup: Setup;
  readonly visits: ReadonlyMap<number, AppointmentView>;
  readonly lanes: ReadonlyMap<number, Lane>;
  /** By id, in their order: in use, or with visits on this day. No lane of a technician: nothing that counts looks here. */
  readonly holding: ReadonlyMap<number, HoldingLane>;
  /** How long drives take: what the day brings of a road map, else by distance. The same object until that changes. */
  readonly travel: TravelAssumptions;
};

/** Skills a visit needs: those of its job type. */
export const skillsOf = (setup: Setup, jobTypeId: number): readonly number[] =>
  setup.jobTypes.find(({ id }) => id === jobTypeId)?.skillIds ?? [];

export const factsOfVisit = (visit: AppointmentView, setup: Setup): AppointmentFacts => ({
  appointmentId: visit.id,
  windowStart: visit.windowStart,
  windowEnd: visit.windowEnd,
  skillIds: skillsOf(setup, visit.jobTypeId),
  zoneId: visit.zoneId,
  isConfirmed: visit.isConfirmed,
  latitude: visit.latitude,
  longitude: visit.longitude,
});

/**
 * The name a visit's time goes by in a lane: the assignment's id, or, for a move the server has not answered, one made
 * of the visit's (`pending-moves.ts` names those by technician, which two visits of one lane would share).
 */
export const sourceIdOf = (visit: AppointmentView, assignmentId: number): number =>
  assignmentId > 0 ? assignmentId : -visit.id;

/** The time a visit takes of its technicians, by the domain's own rule. */
export const occupanciesOfVisit = (visit: AppointmentView): readonly Occupancy[] =>
  occupanciesOf(cardOfVisit(visit)).map((one) => ({ ...one, sourceId: sourceIdOf(visit, one.sourceId) }));

const NO_VISITS: readonly AppointmentView[] = [];
const NO_BARS: readonly BusyBar[] = [];
const NO_HOLDING: DayIndex['holding'] = new Map();

export function indexDay(previous: DayIndex | null, day: BoardDay, setup: Setup): DayIndex {
  if (previous?.day === day && previous.setup === setup) return previous;
  const reuse = previous?.setup === setup ? previous : null;
  const visits = new Map(day.appointments.map((visit) => [visit.id, visit]));
  const touched = touchedVisits(reuse, visits);
  const byTechnician = groupVisits([...touched.values()].flatMap(({ after }) => after ?? []));
  const gone = goneFrom(touched);
  const busyBefore = reuse ? busyByTechnician(reuse.day.busy) : new Map<number, BusyBar[]>();
  const busyNow = busyByTechnician(day.busy);
  const lanes = new Map<number, Lane>();
  for (const technician of day.technicians) {
    const { id } = technician;
    const known = reuse?.lanes.get(id);
    const busy = busyNow.get(id) ?? NO_BARS;
    const sameBusy = known !== undefined && sameList(busyBefore.get(id) ?? NO_BARS, busy);
    const drop = gone.get(id);
    const add = byTechnician.get(id);
    if (known && known.technician === technician && sameBusy && !drop && !add) {
      lanes.set(id, known);
      continue;
    }
    const kept = known?.visits ?? NO_VISITS;
    const inLane = known || !reuse ? kept : visitsOn(day, id);
    const rest = drop ? inLane.filter((visit) => !drop.has(visit.id)) : inLane;
    const all = known || !reuse ? [...rest, ...(add ?? NO_VISITS)] : rest;
    lanes.set(id, laneOf(technician, all, busy, setup));
  }
  const holding = holdingLanes(reuse, day, setup);
  return { day, setup, visits, lanes, holding, travel: travelOf(previous, day) };
}

/** The same object where nothing in the lane has changed, as with the technicians'. */
function holdingLanes(
  before: DayIndex | null,
  { appointments }: BoardDay,
  { holdingLanes: all }: Setup,
): DayIndex['holding'] {
  if (all.length === 0) return NO_HOLDING;
  const parked = appointments.filter(isParkedVisit);
  const shown = all.flatMap((lane): [number, HoldingLane][] => {
    const visits = parked.filter(({ holdingLaneId }) => holdingLaneId === lane.id);
    if (!lane.active && visits.length === 0) return [];
    const known = before?.holding.get(lane.id);
    return [[lane.id, known?.lane === lane && sameList(known.visits, visits) ? known : { lane, visits }]];
  });
  return new Map(shown);
}

const travelOf = (previous: DayIndex | null, { drives, roads }: BoardDay): TravelAssumptions =>
  previous && previous.day.roads === roads && previous.day.drives === drives
    ? previous.travel
    : drives || roads
      ? { ...(drives ?? DEFAULT_TRAVEL), ...(roads ? { roads: roadTimesOf(roads) } : {}) }
      : DEFAULT_TRAVEL;

/** A technician who is new on the board: all of theirs, not only what changed. */
const visitsOn = (day: BoardDay, technicianId: number): readonly AppointmentView[] =>
  day.appointments.filter(({ assignments }) => assignments.some((one) => one.technicianId === technicianId));

type Touched = Map<number, { before: AppointmentView | null; after: AppointmentView | null }>;

function touchedVisits(previous: DayIndex | null, visits: ReadonlyMap<number, AppointmentView>): Touched {
  const touched: Touched = new Map();
  for (const [id, after] of visits) {
    const before = previous?.visits.get(id) ?? null;
    if (before !== after) touched.set(id, { before, after });
  }
  for (const [id, before] of previous?.visits ?? []) {
    if (!visits.has(id)) touched.set(id, { before, after: null });
  }
  return touched;
}

function groupVisits(visits: readonly AppointmentView[]): Map<number, AppointmentView[]> {
  const groups = new Map<number, AppointmentView[]>();
  for (const visit of visits) {
    for (const { technicianId } of visit.assignments) {
      const group = groups.get(technicianId);
      if (group) group.push(visit);
      else groups.set(technicianId, [visit]);
    }
  }
  return groups;
}

/** Which visits each technician's lane has to let go of before it takes their new state in. */
function goneFrom(touched: Touched): Map<number, Set<number>> {
  const gone = new Map<number, Set<number>>();
  for (const [id, { before }] of touched) {
    for (const { technicianId } of before?.assignments ?? []) {
      const ids = gone.get(technicianId) ?? new Set();
      gone.set(technicianId, ids.add(id));
    }
  }
  return gone;
}

function busyByTechnician(busy: readonly BusyBar[]): Map<number, BusyBar[]> {
  const groups = new Map<number, BusyBar[]>();
  for (const bar of busy) groups.set(bar.technicianId, [...(groups.get(bar.technicianId) ?? []), bar]);
  return groups;
}

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

function laneOf(
  technician: BoardTechnician,
  visits: readonly AppointmentView[],
  busy: readonly BusyBar[],
  setup: Setup,
): Lane {
  const { id, active, skillIds, zoneIds, shifts, timeOff, nonJobEvents } = technician;
  const facts = new Map<number, AppointmentFacts>();
  const taken: Occupancy[] = [];
  for (const visit of visits) {
    for (const one of occupanciesOfVisit(visit)) if (one.technicianId === id) taken.push(one);
    const assignment = visit.assignments.find(({ technicianId }) => technicianId === id);
    if (assignment) facts.set(sourceIdOf(visit, assignment.id), factsOfVisit(visit, setup));
  }
  const whole = { technicianId: id, overridden: false };
  for (const { id: sourceId, start, end } of busy) {
    taken.push({ kind: 'assignment', sourceId, start, end, ...whole });
  }
  for (const one of timeOff) taken.push({ kind: 'timeOff', sourceId: one.id, ...spanOf(one), ...whole });
  for (const one of nonJobEvents) {
    taken.push({ kind: 'nonJobEvent', sourceId: one.id, ...spanOf(one), ...whole });
  }
  taken.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.sourceId - b.sourceId));
  return { technician, visits, busy, taken, facts, known: { id, active, skillIds, zoneIds, shifts } };
}

const spanOf = ({ start, end }: Pick<Occupancy, 'start' | 'end'>) => ({ start, end });

/** The visit whose time in the lane goes by this name; undefined for absences and another unit's work. */
export const visitBehind = (lane: Lane, sourceId: number): AppointmentView | undefined =>
  lane.visits.find((visit) =>
    visit.assignments.some(
      ({ id, technicianId }) => technicianId === lane.technician.id && sourceIdOf(visit, id) === sourceId,
    ),
  );
