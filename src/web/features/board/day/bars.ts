/** A lane's visits as the grid draws them. */
import type { AppointmentView, AssignmentView } from '#contract/job.ts';
import { DEFAULT_TRAVEL, type Place, travelMinutes } from '#domain/schedule/travel.ts';
import { type Instant, msOf } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { visitHue } from '../../../parts/status-badges.tsx';
import { isLate, isUnconfirmed } from '../../../parts/visit-flags.ts';
import type { BarFlags, BarStatus, BarWords, GridBar } from '../grid/types.ts';
import { type DayIndex, type Lane, sourceIdOf } from './day-index.ts';

export const barIdOf = (appointmentId: number, technicianId: number): string =>
  `${appointmentId}:${technicianId}`;

export type BarContext = {
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
    const travel = assignment ? travelTo(lane, visit, sourceIdOf(visit, assignment.id)) : null;
    bars.push({
      id: barIdOf(visit.id, technicianId),
      appointmentId: visit.id,
      technicianId,
      start: msOf(visit.start),
      end: endOf(visit, assignment),
      ...(visit.windowStart && visit.windowEnd
        ? { windowStart: msOf(visit.windowStart), windowEnd: msOf(visit.windowEnd) }
        : {}),
      ...(travel === null ? {} : { travelMinutes: travel }),
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

/** Who was done early is free from then on, and the bar says so (domain-rules §4). */
function endOf(visit: AppointmentView, assignment: AssignmentView | undefined): number {
  const end = msOf(visit.end);
  const done = assignment?.doneOn ? msOf(assignment.doneOn) : end;
  return done > msOf(visit.start) ? Math.min(end, done) : end;
}

/** Minutes from where the technician comes from: the visit before, else home; null when unknown. */
function travelTo(lane: Lane, visit: AppointmentView, sourceId: number): number | null {
  let from: Place = lane.technician;
  for (const { sourceId: other, end } of lane.taken) {
    if (other !== sourceId && end <= visit.start) from = lane.facts.get(other) ?? from;
  }
  const { minutes, isKnown } = travelMinutes(from, visit, DEFAULT_TRAVEL);
  return isKnown && minutes > 0 ? minutes : null;
}

const sameFlags = (a: BarFlags, b: BarFlags): boolean =>
  !a.late === !b.late &&
  !a.unconfirmed === !b.unconfirmed &&
  !a.overridden === !b.overridden &&
  !a.paused === !b.paused &&
  !a.busy === !b.busy &&
  !a.dimmed === !b.dimmed;

export const sameBar = (a: GridBar, b: GridBar): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.technicianId === b.technicianId &&
  a.windowStart === b.windowStart &&
  a.windowEnd === b.windowEnd &&
  a.travelMinutes === b.travelMinutes &&
  a.status === b.status &&
  sameFlags(a.flags, b.flags) &&
  a.text.type === b.text.type &&
  a.text.customer === b.text.customer &&
  a.text.street === b.text.street &&
  a.text.number === b.text.number;
