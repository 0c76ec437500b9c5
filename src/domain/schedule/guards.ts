/**
 * The schedule guards (domain-rules §4): one function for the preview while a card is dragged and for the server.
 * Work is per technician that is wanted: everyone else's time is looked at once and skipped.
 */
import type { Id } from '../ids.ts';
import type { Conflict, ScheduleCheck, Warning } from './consequences.ts';
import type { AppointmentFacts, TechnicianFacts } from './facts.ts';
import { missedWindow } from './missed-window.ts';
import type { Occupancy } from './occupancy.ts';
import { overlapMinutes, overlaps, uncoveredMinutes } from './overlaps.ts';
import { routeWarnings } from './route.ts';
import { coversZone, missingSkills } from './skills-and-zones.ts';
import { DEFAULT_TRAVEL, type TravelAssumptions } from './travel.ts';

/** Callers take the facts' types from here, beside the question they belong to. */
export type { AppointmentFacts, TechnicianFacts };

export type ScheduleQuestion = {
  /** The time to be taken. A range already taken by the same source is replaced by it. */
  readonly wanted: readonly Occupancy[];
  /** What the technicians' time is taken by now, overridden rows included; other technicians' rows do no harm. */
  readonly taken: readonly Occupancy[];
  /** Assignments the same command gives back: the one a reassign ends. */
  readonly released?: ReadonlySet<Id>;
  readonly technicians: readonly TechnicianFacts[];
  /** Per assignment id, for the wanted ones and, as far as known, for those before and after them. */
  readonly facts: { get(assignmentId: Id): AppointmentFacts | undefined };
  readonly travel?: TravelAssumptions;
};

const keyOf = ({ kind, sourceId }: Occupancy): string => `${kind} ${sourceId}`;

function remaining(question: ScheduleQuestion): Map<Id, Occupancy[]> {
  const replaced = new Set(question.wanted.map(keyOf));
  const byTechnician = new Map<Id, Occupancy[]>(question.wanted.map((one) => [one.technicianId, []]));
  for (const one of question.taken) {
    const lane = byTechnician.get(one.technicianId);
    if (!lane) continue;
    const isReleased = one.kind === 'assignment' && (question.released?.has(one.sourceId) ?? false);
    if (!isReleased && !replaced.has(keyOf(one))) lane.push(one);
  }
  // wanted ranges meet each other too: two cards dropped on one lane, a swap, a pushed day
  for (const one of question.wanted) byTechnician.get(one.technicianId)!.push(one);
  return byTechnician;
}

const CODE = { assignment: 'overlap', timeOff: 'timeOff', nonJobEvent: 'nonJobEvent' } as const;

function conflictsOf(wanted: Occupancy, lane: readonly Occupancy[]): readonly Conflict[] {
  const { technicianId, sourceId } = wanted;
  return lane
    .filter((other) => other !== wanted && overlaps(wanted, other))
    .map((other) => ({
      code: CODE[other.kind],
      params: {
        technicianId,
        sourceId,
        otherSourceId: other.sourceId,
        start: other.start,
        end: other.end,
        overlapMinutes: overlapMinutes(wanted, other),
      },
    }));
}

function ownWarnings(wanted: Occupancy, facts: AppointmentFacts, technician: TechnicianFacts): Warning[] {
  const about = { technicianId: wanted.technicianId, sourceId: wanted.sourceId };
  const warnings: Warning[] = [];
  const { windowStart, windowEnd, zoneId } = facts;
  const minutes = missedWindow(wanted.start, facts);
  if (windowStart && windowEnd && minutes !== null) {
    warnings.push({ code: 'outsideWindow', params: { ...about, windowStart, windowEnd, minutes } });
  }
  const skillIds = missingSkills(technician, facts.skillIds);
  if (skillIds.length > 0) warnings.push({ code: 'missingSkill', params: { ...about, skillIds } });
  const overtimeMinutes = uncoveredMinutes(wanted, technician.shifts);
  if (overtimeMinutes > 0) warnings.push({ code: 'outsideShift', params: { ...about, overtimeMinutes } });
  if (zoneId !== null && !coversZone(technician, zoneId)) {
    warnings.push({ code: 'otherZone', params: { ...about, zoneId } });
  }
  if (!facts.isConfirmed) {
    warnings.push({ code: 'unconfirmed', params: { ...about, appointmentId: facts.appointmentId } });
  }
  return warnings;
}

/**
 * `hard` is refused unless overridden by someone with the right, `soft` is shown and recorded if accepted.
 * A technician who is not in `technicians` counts as inactive. Soft guards are for assignments whose facts are given.
 */
export function checkSchedule(question: ScheduleQuestion): ScheduleCheck {
  const lanes = remaining(question);
  const technicians = new Map(question.technicians.map((one) => [one.id, one]));
  const travel = question.travel ?? DEFAULT_TRAVEL;
  const hard: Conflict[] = [];
  const soft: Warning[] = [];
  for (const wanted of question.wanted) {
    const { technicianId, sourceId, start } = wanted;
    const lane = lanes.get(technicianId) ?? [];
    const technician = technicians.get(technicianId);
    if (!technician?.active) {
      hard.push({ code: 'inactiveTechnician', params: { technicianId, sourceId, start } });
    }
    hard.push(...conflictsOf(wanted, lane));
    const facts = wanted.kind === 'assignment' ? question.facts.get(sourceId) : undefined;
    if (!facts) continue;
    if (technician) soft.push(...ownWarnings(wanted, facts, technician));
    soft.push(...routeWarnings(wanted, facts, lane, question.facts, travel));
  }
  return { hard, soft };
}
