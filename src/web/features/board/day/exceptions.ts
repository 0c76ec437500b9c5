/** What a dispatcher has to look at: not there in time, running over, overlapping, unconfirmed, unassigned. */
import type { AppointmentView } from '#contract/job.ts';
import { overlaps } from '#domain/schedule/overlaps.ts';
import type { Instant } from '#domain/time.ts';
import { isDue, isLate, isUnconfirmed, isWaiting, latenessOf } from '../../../parts/visit-flags.ts';
import { type Lane, visitBehind } from './day-index.ts';

const EXCEPTIONS = ['late', 'over', 'overlap', 'unconfirmed', 'unassigned'] as const;
export type ExceptionKind = (typeof EXCEPTIONS)[number];
/** Visit ids, in the order of their start. */
export type Exceptions = Readonly<Record<ExceptionKind, readonly number[]>>;

export function exceptionsOf(
  visits: readonly AppointmentView[],
  lanes: readonly Lane[],
  now: Instant,
): Exceptions {
  // Of a week's thousands the few are put in order, not all.
  const ids = (is: (visit: AppointmentView) => boolean) =>
    visits
      .filter(is)
      .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id - b.id))
      .map(({ id }) => id);
  const crowded = new Set(lanes.flatMap(overlapping));
  return {
    late: ids((visit) => isLate(visit, now) && latenessOf(visit) === 'not-arrived'),
    over: ids((visit) => isLate(visit, now) && latenessOf(visit) === 'running-over'),
    overlap: ids(({ id }) => crowded.has(id)),
    unconfirmed: ids(isUnconfirmed),
    unassigned: ids((visit) => isWaiting(visit, now)),
  };
}

/** Of those without a technician, how many are promised for the next two hours or before. */
export const dueCount = (visits: readonly AppointmentView[], now: Instant): number =>
  visits.filter((visit) => isWaiting(visit, now) && isDue(visit, now)).length;

const remembered = new WeakMap<Lane, readonly number[]>();

/** Visits that share their technician's time with something else. `taken` is in the order of starts. */
function overlapping(lane: Lane): readonly number[] {
  const known = remembered.get(lane);
  if (known) return known;
  const sources = new Set<number>();
  const { taken } = lane;
  for (let i = 0; i < taken.length; i++) {
    for (let k = i + 1; k < taken.length && taken[k]!.start < taken[i]!.end; k++) {
      if (!overlaps(taken[i]!, taken[k]!)) continue;
      for (const one of [taken[i]!, taken[k]!]) if (one.kind === 'assignment') sources.add(one.sourceId);
    }
  }
  const ids = [...sources].flatMap((source) => visitBehind(lane, source)?.id ?? []);
  remembered.set(lane, ids);
  return ids;
}

/** One clash of two bars counts once: what the strip says beside "‖". */
export const clashCount = (lanes: readonly Lane[]): number =>
  lanes.reduce((sum, lane) => sum + Math.max(0, Math.ceil(overlapping(lane).length / 2)), 0);
