/** The free stretches of a technician's day: what the planner calls a route. */
import type { Id } from '../../ids.ts';
import { type Instant, minuteOf } from '../../time.ts';
import type { Occupancy } from '../occupancy.ts';
import { SAME_ROUND_MINUTES } from '../route.ts';
import type { LaneFacts } from '../suggestions/question.ts';
import type { Place } from '../travel.ts';

/** Whole minutes since 1970; a place that is null is nowhere: nothing is driven from or to it. */
export type Stretch = {
  readonly technicianId: Id;
  /** Work begins and ends within. */
  readonly from: number;
  readonly to: number;
  /** When and where the drive to the first visit begins. */
  readonly leaves: number;
  readonly startPlace: Place | null;
  readonly endPlace: Place | null;
};

/** Nobody drives longer than that from home. */
const LONGEST_DRIVE_MINUTES = 24 * 60;

const up = (at: Instant): number => Math.ceil(minuteOf(at));
const down = (at: Instant): number => Math.floor(minuteOf(at));

/**
 * @param moving what is planned anew, so that its time is free
 * @param mostOvertime minutes a visit may run past a shift
 */
export function stretchesOf(
  lane: LaneFacts,
  now: Instant,
  moving: ReadonlySet<Id>,
  mostOvertime: number,
): readonly Stretch[] {
  if (!lane.known.active) return [];
  const blocks = lane.taken.filter((row) => row.kind !== 'assignment' || !moving.has(row.sourceId));
  const stretches: Stretch[] = [];
  for (const shift of shiftsOf(lane, mostOvertime)) {
    let free = Math.max(shift.from, up(now));
    for (const block of [...blocks.filter((one) => up(one.end) > free), null]) {
      const until = block ? Math.min(shift.to, down(block.start)) : shift.to;
      if (until > free) stretches.push(stretch(lane, blocks, free, until));
      if (!block || down(block.start) >= shift.to) break;
      free = Math.max(free, up(block.end));
    }
  }
  return stretches;
}

/** In order, those that touch as one. */
function shiftsOf({ known }: LaneFacts, mostOvertime: number): { from: number; to: number }[] {
  const merged: { from: number; to: number }[] = [];
  for (const { start, end } of [...known.shifts].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const shift = { from: up(start), to: down(end) + mostOvertime };
    const last = merged.at(-1);
    if (last && shift.from <= last.to) last.to = Math.max(last.to, shift.to);
    else merged.push(shift);
  }
  return merged;
}

/** An event is at no known place: the drive to what comes after it began at the visit before it. */
function stretch(lane: LaneFacts, blocks: readonly Occupancy[], from: number, to: number): Stretch {
  const placeOf = (row: Occupancy) => (row.kind === 'assignment' ? lane.facts.get(row.sourceId) : undefined);
  let before: Occupancy | null = null;
  let isFirst = true;
  for (const row of blocks) {
    if (row.kind !== 'assignment' || up(row.end) > from || from - up(row.end) >= SAME_ROUND_MINUTES) continue;
    isFirst = false;
    if (placeOf(row) && (!before || row.end > before.end)) before = row;
  }
  const next = blocks.find((row) => down(row.start) >= to);
  return {
    technicianId: lane.known.id,
    from,
    to,
    leaves: before ? up(before.end) : from - LONGEST_DRIVE_MINUTES,
    startPlace: before ? placeOf(before)! : isFirst ? lane.home : null,
    endPlace: (next && down(next.start) === to && placeOf(next)) || null,
  };
}
