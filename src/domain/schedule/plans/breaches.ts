/** What a plan would break, asked of the guards themselves: nothing is proposed that `checkSchedule` speaks against. */
import type { Id } from '../../ids.ts';
import type { Conflict, Warning, WarningCode } from '../consequences.ts';
import type { AppointmentFacts } from '../facts.ts';
import { checkSchedule } from '../guards.ts';
import { dayAsPlanned, type Placed, rowOf } from './day-as-planned.ts';
import type { PlanDay } from './question.ts';

/**
 * Soft, and still nothing a plan does by itself. What it may do and tells: another zone. What stands already, whatever
 * the plan: nobody confirmed it, the way is not known.
 */
export const NEVER_PLANNED: ReadonlySet<WarningCode> = new Set<WarningCode>([
  'missingSkill',
  'pushesPastWindow',
  'outsideWindow',
  'outsideShift',
  'travelTooShort',
]);

/**
 * The visits with whom it would break something, on their own or for who was there before; overtime up to
 * `mostOvertime` minutes is asked for.
 */
export function breachesOf(day: PlanDay, placed: readonly Placed[], mostOvertime: number): readonly Placed[] {
  const receiving = new Set(placed.map(({ to }) => to));
  const moved = new Map(
    placed.flatMap((one) => {
      const row = rowOf(one);
      return row ? [[row.sourceId, one] as const] : [];
    }),
  );
  const lanesOf = ({ lanes }: PlanDay) => lanes.filter(({ known }) => receiving.has(known.id));
  const before = new Set(findingsIn({ ...day, lanes: lanesOf(day) }, mostOvertime).map(keyOf));
  const planned = dayAsPlanned(day, placed);
  const found = findingsIn({ ...planned, lanes: lanesOf(planned) }, mostOvertime);
  const breaches = found.flatMap((one) => {
    const { sourceId, otherSourceId, technicianId } = one.params;
    const own = moved.get(sourceId);
    if (own) return [own];
    if (before.has(keyOf(one))) return [];
    const other = moved.get(Number(otherSourceId));
    return other ? [other] : placed.filter(({ to }) => to === technicianId);
  });
  return [...new Set(breaches)];
}

const keyOf = ({ code, params }: Conflict | Warning): string => `${code} ${params.sourceId}`;

/** Of all that takes time in these lanes. */
function findingsIn({ lanes, travel }: PlanDay, mostOvertime: number): readonly (Conflict | Warning)[] {
  const rows = lanes.flatMap(({ taken }) => taken);
  const facts = new Map<Id, AppointmentFacts>();
  for (const { taken, facts: known } of lanes) {
    for (const { kind, sourceId } of taken) {
      const of = kind === 'assignment' ? known.get(sourceId) : undefined;
      if (of) facts.set(sourceId, of);
    }
  }
  const { hard, soft } = checkSchedule({
    wanted: rows.filter(({ kind }) => kind === 'assignment'),
    taken: rows.filter(({ kind }) => kind !== 'assignment'),
    technicians: lanes.map(({ known }) => known),
    facts,
    ...(travel && { travel }),
  });
  return [
    ...hard,
    ...soft.filter(
      (one) =>
        NEVER_PLANNED.has(one.code) &&
        !(one.code === 'outsideShift' && one.params.overtimeMinutes <= mostOvertime),
    ),
  ];
}
