/** What a wanted range does to the drives before and after it, and to the rest of the technician's day (§4, soft). */
import type { Id } from '../ids.ts';
import { addMinutes, type Instant, minutesBetween } from '../time.ts';
import type { Warning } from './consequences.ts';
import type { AppointmentFacts } from './facts.ts';
import type { Occupancy } from './occupancy.ts';
import { type TravelAssumptions, travelMinutes } from './travel.ts';

type Stop = { readonly taken: Occupancy; readonly facts: AppointmentFacts };
type FactsOf = { get(assignmentId: Id): AppointmentFacts | undefined };

/** Beyond a night's rest nobody drives straight from one job to the next. */
export const SAME_ROUND_MINUTES = 8 * 60;

/** Whether what begins at `to` is driven to from what ended at `from`. */
export const isSameRound = (from: Instant, to: Instant): boolean =>
  minutesBetween(from, to) < SAME_ROUND_MINUTES;

/** A technician is at an event, not at a known place: only assignments with facts are stops. */
function stopOf(taken: Occupancy | undefined, factsOf: FactsOf): Stop | undefined {
  const facts = taken?.kind === 'assignment' ? factsOf.get(taken.sourceId) : undefined;
  return taken && facts ? { taken, facts } : undefined;
}

function driveWarnings(
  from: Stop,
  to: Stop,
  about: { technicianId: Id; sourceId: Id },
  travel: TravelAssumptions,
): readonly Warning[] {
  const drive = travelMinutes(from.facts, to.facts, travel);
  const gapMinutes = minutesBetween(from.taken.end, to.taken.start);
  const params = { ...about, fromSourceId: from.taken.sourceId, toSourceId: to.taken.sourceId };
  const warnings: Warning[] = [];
  if (gapMinutes < drive.minutes) {
    const { minutes, ...known } = drive;
    warnings.push({
      code: 'travelTooShort',
      params: { ...params, gapMinutes, travelMinutes: minutes, ...known },
    });
  }
  if (!drive.isKnown) {
    warnings.push({ code: 'travelUnknown', params: { ...params, countedMinutes: drive.minutes } });
  }
  return warnings;
}

/** Runs the day forward from the wanted range: whoever is pushed starts late and may push the next. */
function pushed(first: Stop, later: readonly Stop[], travel: TravelAssumptions): readonly Warning[] {
  const { technicianId, sourceId } = first.taken;
  const warnings: Warning[] = [];
  let freeAt = first.taken.end;
  let at = first.facts;
  for (const { taken, facts } of later) {
    const startsAt = addMinutes(freeAt, travelMinutes(at, facts, travel).minutes);
    if (startsAt <= taken.start) return warnings;
    if (facts.windowEnd && startsAt > facts.windowEnd) {
      const lateMinutes = minutesBetween(facts.windowEnd, startsAt);
      const { windowEnd } = facts;
      const params = {
        technicianId,
        sourceId,
        otherSourceId: taken.sourceId,
        windowEnd,
        startsAt,
        lateMinutes,
      };
      warnings.push({ code: 'pushesPastWindow', params });
    }
    freeAt = addMinutes(startsAt, minutesBetween(taken.start, taken.end));
    at = facts;
  }
  return warnings;
}

/**
 * The findings for one wanted range on a technician's day.
 * @param facts of what is wanted
 * @param lane all that takes the technician's time, in any order; the wanted row itself may be among it
 */
export function routeWarnings(
  wanted: Occupancy,
  facts: AppointmentFacts,
  lane: readonly Occupancy[],
  factsOf: FactsOf,
  travel: TravelAssumptions,
): readonly Warning[] {
  const about = { technicianId: wanted.technicianId, sourceId: wanted.sourceId };
  const self: Stop = { taken: wanted, facts };
  let previous: Occupancy | undefined;
  const after: Occupancy[] = [];
  for (const other of lane) {
    if (other === wanted) continue;
    if (other.end <= wanted.start && (!previous || other.end > previous.end)) previous = other;
    if (other.start >= wanted.start) after.push(other);
  }
  after.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.sourceId - b.sourceId));
  const next = after.find((other) => other.start >= wanted.end);
  const before = stopOf(previous, factsOf);
  const behind = stopOf(next, factsOf);
  const rest = after.flatMap((other) => {
    const stop = stopOf(other, factsOf);
    return stop && isSameRound(wanted.end, other.start) ? [stop] : [];
  });
  return [
    ...(before && isSameRound(before.taken.end, wanted.start)
      ? driveWarnings(before, self, about, travel)
      : []),
    ...(behind && isSameRound(wanted.end, behind.taken.start)
      ? driveWarnings(self, behind, about, travel)
      : []),
    ...pushed(self, rest, travel),
  ];
}
