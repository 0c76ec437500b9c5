/** A lane's visits as the grid draws them. */
import type { AppointmentView, AssignmentView } from '#contract/job.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import { isSameRound } from '#domain/schedule/route.ts';
import { type Place, type TravelAssumptions, travelMinutes } from '#domain/schedule/travel.ts';
import { type Instant, msOf } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { visitHue } from '../../../parts/status-badges.tsx';
import { isLate, isUnconfirmed } from '../../../parts/visit-flags.ts';
import { isDrafted } from '../drafts/draft-context.ts';
import type { BarFlags, BarStatus, BarWords, GridBar, Span } from '../grid/types.ts';
import { type DayIndex, type HoldingLane, type Lane, sourceIdOf } from './day-index.ts';

export const barIdOf = (appointmentId: number, technicianId: number): string =>
  `${appointmentId}:${technicianId}`;

type BarContext = {
  readonly index: DayIndex;
  readonly now: Instant;
  /** Stands back: another exception or tag is being looked for. */
  readonly isDimmed: (visit: AppointmentView) => boolean;
};

export const wordsOf = (visit: AppointmentView, { setup }: Pick<DayIndex, 'setup'>): BarWords => ({
  type: nameIn(setup.jobTypes, visit.jobTypeId),
  customer: visit.customerName,
  street: visit.street,
  number: `#${visit.jobNumber}`,
});

/** Done for this technician while the crew works on: the bar says what concerns its lane. */
function statusOf(visit: AppointmentView, assignment: AssignmentView | undefined): BarStatus {
  if (visit.status === 'Working' && assignment && assignment.status !== 'Working') {
    return assignment.status === 'Done'
      ? 'done'
      : assignment.status === 'Dispatched'
        ? 'dispatched'
        : 'scheduled';
  }
  const hue = visitHue(visit);
  return hue === 'paused' ? 'working' : (hue as BarStatus);
}

export function lookOf(
  visit: AppointmentView,
  technicianId: number | null,
  { now, isDimmed }: Pick<BarContext, 'now' | 'isDimmed'>,
): { status: BarStatus; flags: BarFlags } {
  const assignment = visit.assignments.find((one) => one.technicianId === technicianId);
  return {
    status: statusOf(visit, assignment),
    flags: {
      late: isLate(visit, now),
      unconfirmed: isUnconfirmed(visit),
      overridden: assignment?.override != null,
      paused: assignment?.paused ?? false,
      moved: isDrafted(visit),
      dimmed: isDimmed(visit),
    },
  };
}

export function barsOf(lane: Lane, context: BarContext): GridBar[] {
  const technicianId = lane.technician.id;
  const bars: GridBar[] = [];
  for (const visit of lane.visits) {
    if (visit.status === 'Canceled') continue;
    const assignment = visit.assignments.find((one) => one.technicianId === technicianId);
    const travel = assignment
      ? travelTo(lane, visit, sourceIdOf(visit, assignment.id), context.index.travel)
      : null;
    bars.push({
      id: barIdOf(visit.id, technicianId),
      appointmentId: visit.id,
      technicianId,
      start: msOf(visit.start),
      end: endOf(visit, assignment),
      ...windowOf(visit),
      ...(travel === null ? {} : { travelMinutes: travel }),
      ...workedOf(assignment, context.now),
      ...lookOf(visit, technicianId, context),
      text: wordsOf(visit, context.index),
    });
  }
  for (const { id, start, end } of lane.busy) {
    bars.push({
      id: `busy:${id}`,
      appointmentId: `busy:${id}`,
      technicianId,
      start: msOf(start),
      end: msOf(end),
      status: 'scheduled',
      flags: { busy: true },
      text: { type: '', customer: '', street: '', number: '' },
    });
  }
  return bars;
}

/** Of a holding lane: no travel, since nobody drives there. */
export const parkedBarsOf = ({ lane, visits }: HoldingLane, context: BarContext): GridBar[] =>
  visits.map((visit) => ({
    id: barIdOf(visit.id, lane.id),
    appointmentId: visit.id,
    technicianId: lane.id,
    start: msOf(visit.start),
    end: msOf(visit.end),
    ...windowOf(visit),
    ...lookOf(visit, null, context),
    text: wordsOf(visit, context.index),
  }));

const windowOf = ({ windowStart, windowEnd }: AppointmentView) =>
  windowStart && windowEnd ? { windowStart: msOf(windowStart), windowEnd: msOf(windowEnd) } : {};

/** Planned against actual: from arrival until done, or until now. */
function workedOf(assignment: AssignmentView | undefined, now: Instant): { worked?: Span } {
  const { arrivedOn, doneOn } = assignment ?? {};
  if (!arrivedOn) return {};
  const [start, end] = [msOf(arrivedOn), msOf(doneOn ?? now)];
  return end > start ? { worked: { start, end } } : {};
}

/** Who was done early is free from then on, and the bar says so (domain-rules §4). */
function endOf(visit: AppointmentView, assignment: AssignmentView | undefined): number {
  const end = msOf(visit.end);
  const done = assignment?.doneOn ? msOf(assignment.doneOn) : end;
  return done > msOf(visit.start) ? Math.min(end, done) : end;
}

/** Minutes from where the technician comes from: the visit before on the same round, else home; null when unknown. */
function travelTo(
  lane: Lane,
  visit: AppointmentView,
  sourceId: number,
  travel: TravelAssumptions,
): number | null {
  let before: Occupancy | null = null;
  for (const one of lane.taken) {
    // In the order of starts.
    if (one.start >= visit.start) break;
    if (one.sourceId !== sourceId && one.end <= visit.start && lane.facts.has(one.sourceId)) before = one;
  }
  const stop = before && isSameRound(before.end, visit.start) ? lane.facts.get(before.sourceId) : undefined;
  const from: Place = stop ?? lane.technician;
  const { minutes, isKnown } = travelMinutes(from, visit, travel);
  return isKnown && minutes > 0 ? minutes : null;
}

const sameFlags = (a: BarFlags, b: BarFlags): boolean =>
  !a.late === !b.late &&
  !a.unconfirmed === !b.unconfirmed &&
  !a.overridden === !b.overridden &&
  !a.paused === !b.paused &&
  !a.moved === !b.moved &&
  !a.busy === !b.busy &&
  !a.dimmed === !b.dimmed;

export const sameBar = (a: GridBar, b: GridBar): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.technicianId === b.technicianId &&
  a.windowStart === b.windowStart &&
  a.windowEnd === b.windowEnd &&
  a.travelMinutes === b.travelMinutes &&
  a.worked?.start === b.worked?.start &&
  a.worked?.end === b.worked?.end &&
  a.status === b.status &&
  sameFlags(a.flags, b.flags) &&
  a.text.type === b.text.type &&
  a.text.customer === b.text.customer &&
  a.text.street === b.text.street &&
  a.text.number === b.text.number;
