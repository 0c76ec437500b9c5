/**
 * Visits that wait without a technician, put where somebody could take them: the hardest to place first, each to the
 * one who can do the least else. It is not the plan, only what must stay possible.
 */
import type { Id } from '../ids.ts';
import { coversZone, hasSkills } from '../schedule/skills-and-zones.ts';
import type { CapacityTechnician, WaitingVisit } from './facts.ts';
import { firstFit, type MinuteSpan, without } from './minute-spans.ts';

type Wants = Pick<WaitingVisit, 'skillIds' | 'zoneId'>;

const canServe = (technician: CapacityTechnician, { skillIds, zoneId }: Wants): boolean =>
  hasSkills(technician, skillIds) && coversZone(technician, zoneId);

export type Placed = {
  /** What is left free of each technician's shifts. */
  readonly free: ReadonlyMap<Id, readonly MinuteSpan[]>;
  /** Nobody has time for these any more. */
  readonly unplaced: readonly WaitingVisit[];
};

/** `technicians`: the active ones of one business unit. */
export function placeWaiting(
  technicians: readonly CapacityTechnician[],
  waiting: readonly WaitingVisit[],
  now: number,
): Placed {
  const free = new Map(technicians.map((one) => [one.id, without(one.shifts, one.taken)]));
  const unplaced: WaitingVisit[] = [];
  const hardestFirst = waiting
    .filter(({ window }) => window.to > now)
    .map((visit) => ({ visit, able: technicians.filter((one) => canServe(one, visit)) }))
    .sort(
      (a, b) =>
        a.able.length - b.able.length ||
        a.visit.window.from - b.visit.window.from ||
        b.visit.minutes - a.visit.minutes,
    );
  for (const { visit, able } of hardestFirst) {
    const range = { from: Math.max(visit.window.from, now), to: visit.window.to };
    const [taker] = able
      .flatMap((technician) => {
        const start = firstFit(free.get(technician.id)!, visit.minutes, range);
        return start === null ? [] : [{ technician, start }];
      })
      .sort(
        (a, b) =>
          a.technician.skillIds.length - b.technician.skillIds.length ||
          a.start - b.start ||
          a.technician.id - b.technician.id,
      );
    if (!taker) {
      unplaced.push(visit);
      continue;
    }
    const { technician, start } = taker;
    const block = { from: start, to: start + visit.minutes };
    free.set(technician.id, without(free.get(technician.id)!, [block]));
  }
  return { free, unplaced };
}
