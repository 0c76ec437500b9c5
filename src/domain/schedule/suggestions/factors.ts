/** What a place costs, in minutes that add up. There is no weight beside those in `COUNTED`. */
import { type Instant, laterOf, minutesBetween, type Span } from '../../time.ts';
import { uncoveredMinutes } from '../overlaps.ts';
import { coversZone } from '../skills-and-zones.ts';
import { DEFAULT_TRAVEL, type TravelAssumptions, travelMinutes } from '../travel.ts';
import type { LaneFacts, WantedVisit } from './question.ts';

export const FACTOR_KINDS = [
  'drive',
  'unknownDrive',
  'late',
  'overtime',
  'wait',
  'otherZone',
  'otherUnit',
  'call',
  'askAgain',
] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** `minutes` is what counts: `measured` × the kind's rate, or the kind's whole minutes where nothing is measured. */
export type Factor = {
  readonly kind: FactorKind;
  readonly minutes: number;
  readonly measured: number | null;
};

/**
 * `perMinute`: a late minute breaks a promise, an overtime minute is paid more, a minute's wait within the window only
 * keeps the earlier time first. `whole`: another zone or business unit counts as half an hour lost, a customer who has not confirmed is called,
 * one who has is asked for another time than the one they said yes to.
 */
export const COUNTED: Readonly<Record<FactorKind, { perMinute: number } | { whole: number }>> = {
  drive: { perMinute: 1 },
  unknownDrive: { perMinute: 1 },
  late: { perMinute: 3 },
  overtime: { perMinute: 2 },
  wait: { perMinute: 0.1 },
  otherZone: { whole: 30 },
  otherUnit: { whole: 30 },
  call: { whole: 5 },
  askAgain: { whole: 15 },
};

function factor(kind: FactorKind, measured: number): Factor {
  const counted = COUNTED[kind];
  if ('whole' in counted) return { kind, minutes: counted.whole, measured: null };
  const whole = Math.round(measured);
  return { kind, minutes: Math.round(whole * counted.perMinute), measured: whole };
}

/** What the round grows by: there and on, less the drive that falls away. From home before the first visit. */
function detour(lane: LaneFacts, visit: WantedVisit, at: Span, travel: TravelAssumptions): Factor {
  let before: { readonly end: Instant; readonly sourceId: number } | null = null;
  let after: { readonly start: Instant; readonly sourceId: number } | null = null;
  for (const one of lane.taken) {
    if (one.kind !== 'assignment' || !lane.facts.get(one.sourceId)) continue;
    if (one.end <= at.start && (!before || one.end > before.end)) before = one;
    if (one.start >= at.end && (!after || one.start < after.start)) after = one;
  }
  const from = before ? lane.facts.get(before.sourceId)! : lane.home;
  const there = travelMinutes(from, visit, travel);
  const next = after && lane.facts.get(after.sourceId)!;
  if (!next) return factor(there.isKnown ? 'drive' : 'unknownDrive', there.minutes);
  const on = travelMinutes(visit, next, travel);
  const saved = travelMinutes(from, next, travel);
  const isKnown = there.isKnown && on.isKnown && saved.isKnown;
  return factor(isKnown ? 'drive' : 'unknownDrive', Math.max(0, there.minutes + on.minutes - saved.minutes));
}

/** Every factor that counts, the drive always. */
export function factorsOf(
  lane: LaneFacts,
  visit: WantedVisit,
  at: Span,
  travel: TravelAssumptions = DEFAULT_TRAVEL,
): readonly Factor[] {
  const { windowStart, windowEnd, plannedStart, zoneId, isConfirmed } = visit;
  const { shifts } = lane.known;
  const late = windowEnd ? minutesBetween(windowEnd, laterOf(windowEnd, at.start)) : 0;
  const wait = windowStart ? minutesBetween(windowStart, laterOf(windowStart, at.start)) : 0;
  const overtime = uncoveredMinutes(at, shifts);
  // A yes to a window is a yes to every time in it; without one it is a yes to the planned time.
  const isPromised =
    windowStart || windowEnd
      ? late === 0 && (!windowStart || at.start >= windowStart)
      : at.start === plannedStart;
  return [
    detour(lane, visit, at, travel),
    ...(late > 0 ? [factor('late', late)] : []),
    ...(overtime > 0 ? [factor('overtime', overtime)] : []),
    ...(wait > 0 ? [factor('wait', wait)] : []),
    ...(coversZone(lane.known, zoneId) ? [] : [factor('otherZone', 0)]),
    ...(lane.businessUnitId === visit.businessUnitId ? [] : [factor('otherUnit', 0)]),
    ...(isConfirmed ? [] : [factor('call', 0)]),
    ...(isConfirmed && !isPromised ? [factor('askAgain', 0)] : []),
  ];
}
