/** Which visits a plan may touch, and what the absence does to whom. */
import type { Id } from '../../ids.ts';
import { addMinutes, minutesBetween } from '../../time.ts';
import { overlaps, uncoveredMinutes } from '../overlaps.ts';
import { hasSkills } from '../skills-and-zones.ts';
import type { LaneFacts } from '../suggestions/question.ts';
import { DEFAULT_TRAVEL, travelMinutes } from '../travel.ts';
import type { PlanDay, PlanQuestion, PlanVisit, Stuck } from './question.ts';

export type Touched = {
  /** Theirs who is out, to be given to somebody else. */
  readonly hit: readonly PlanVisit[];
  readonly stuck: readonly Stuck[];
  /** Nobody's yet. */
  readonly waiting: readonly PlanVisit[];
  /** May make room. */
  readonly others: readonly PlanVisit[];
  /** With too little time for a drive, and nothing else wrong: mended where a better day is asked for. */
  readonly tight: readonly PlanVisit[];
};

/** @param day with the absence in it */
export function touchedBy(day: PlanDay, question: PlanQuestion): Touched {
  const { absence, pinned, movable } = question;
  const lanes = new Map(day.lanes.map((lane) => [lane.known.id, lane]));
  const hit: PlanVisit[] = [];
  const stuck: Stuck[] = [];
  const waiting: PlanVisit[] = [];
  const others: PlanVisit[] = [];
  const tight: PlanVisit[] = [];
  const sound = new Map<Id, Standing>();
  for (const visit of day.visits) {
    if (pinned.has(visit.appointmentId)) continue;
    const missed = absence && takenOf(lanes.get(absence.technicianId), visit, absence.technicianId);
    if (absence && missed && overlaps(missed, absence)) {
      const own = visit.assignments.find((one) => one.technicianId === absence.technicianId)!;
      if (visit.status === 'Scheduled' && own.status === 'Scheduled' && own.pausedOn === null)
        hit.push(visit);
      else if (own.status !== 'Done')
        stuck.push({ appointmentId: visit.appointmentId, status: visit.status });
      continue;
    }
    if (!movable.has(visit.appointmentId) || visit.status !== 'Scheduled') continue;
    if (visit.plannedStart < day.start || visit.plannedStart >= day.end) continue;
    const [only, ...more] = visit.assignments;
    if (!only) {
      if (!absence) waiting.push(visit);
      continue;
    }
    const lane = lanes.get(only.technicianId);
    if (!lane || more.length > 0 || only.status !== 'Scheduled' || only.pausedOn !== null) continue;
    if (visit.plannedStart < day.now || !takenOf(lane, visit, only.technicianId)) continue;
    // Between two others a place nobody knows counts as near to both, which they need not be to each other.
    if (visit.latitude === null || visit.longitude === null) continue;
    if (!sound.has(only.technicianId)) sound.set(only.technicianId, soundIn(lane, day, question));
    const standing = sound.get(only.technicianId)!;
    if (standing.broken.has(only.sourceId)) continue;
    if (!standing.tight.has(only.sourceId)) others.push(visit);
    else if (!absence) tight.push(visit);
  }
  return { hit, stuck, waiting, others, tight };
}

function takenOf(lane: LaneFacts | undefined, visit: PlanVisit, technicianId: Id) {
  const sourceId = visit.assignments.find((one) => one.technicianId === technicianId)?.sourceId;
  return sourceId === undefined
    ? undefined
    : lane?.taken.find((row) => row.kind === 'assignment' && row.sourceId === sourceId);
}

type Standing = { readonly broken: ReadonlySet<Id>; readonly tight: ReadonlySet<Id> };

/**
 * What does not stand as the guards want it. What was taken by an override or is late was decided by somebody: a plan
 * that had to mend it would move what nobody asked about.
 */
function soundIn(lane: LaneFacts, { travel = DEFAULT_TRAVEL }: PlanDay, question: PlanQuestion): Standing {
  const { known, taken, facts } = lane;
  const broken = new Set<Id>();
  const tight = new Set<Id>();
  const visits = taken.filter((row) => row.kind === 'assignment');
  const shifts = known.shifts.map(({ start, end }) => ({
    start,
    end: addMinutes(end, question.mostOvertimeMinutes),
  }));
  for (const row of visits) {
    const own = facts.get(row.sourceId);
    if (!own || !known.active || row.overridden || !hasSkills(known, own.skillIds)) {
      broken.add(row.sourceId);
      continue;
    }
    const { windowStart, windowEnd } = own;
    if ((windowStart && row.start < windowStart) || (windowEnd && row.start > windowEnd))
      broken.add(row.sourceId);
    if (uncoveredMinutes(row, shifts) > 0) broken.add(row.sourceId);
    for (const other of taken) {
      if (other === row) continue;
      if (overlaps(other, row)) broken.add(row.sourceId);
      const place =
        other.kind === 'assignment' && other.start >= row.end ? facts.get(other.sourceId) : undefined;
      if (!place || minutesBetween(row.end, other.start) >= travelMinutes(own, place, travel).minutes)
        continue;
      tight.add(row.sourceId).add(other.sourceId);
    }
  }
  return { broken, tight };
}
