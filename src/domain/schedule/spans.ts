/**
 * Time off, non-job events and shifts of a technician: what is wrong with one, what time off and events collide with,
 * and whether they may. Domain-rules §4 says that both are hard guards for work; it is silent on them coming second.
 */
import { allow, type Decision, refuse } from '../decision.ts';
import { checkTimes } from '../job/times.ts';
import type { Span } from '../time.ts';
import type { Conflict } from './consequences.ts';
import { checkSchedule } from './guards.ts';
import type { Occupancy } from './occupancy.ts';

export const SPAN_KINDS = ['timeOff', 'nonJobEvent', 'shift'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** End after start. No longest length: parental leave is one span. */
export function checkSpan(kind: SpanKind, { start, end }: Span): Decision<null> {
  const decided = checkTimes({ start, end, windowStart: null, windowEnd: null });
  return !decided.ok && decided.refusal.code === 'appointment.end_before_start'
    ? refuse('span.end_before_start', { kind, start, end })
    : allow(null);
}

/** What the wanted spans share with work, with other absences and with each other. An inactive technician may be off. */
export const spanConflicts = (
  wanted: readonly Occupancy[],
  taken: readonly Occupancy[],
): readonly Conflict[] =>
  checkSchedule({
    wanted,
    taken,
    technicians: wanted.map(({ technicianId: id }) => ({
      id,
      active: true,
      skillIds: [],
      zoneIds: [],
      shifts: [],
    })),
    facts: new Map(),
  }).hard;

/**
 * Time off is always taken: who is ill is ill, and the work it covers is shown as a conflict until somebody moves it.
 * A meeting could be held at another time, so over taken time it is an override: for those with the right, and its
 * label is the reason.
 */
export function decideSpan(
  kind: SpanKind,
  label: string,
  conflicts: readonly unknown[],
  mayOverride: boolean,
): Decision<null> {
  if (kind !== 'nonJobEvent' || conflicts.length === 0) return allow(null);
  if (!mayOverride) return refuse('schedule.override_not_allowed', { conflicts });
  return label.trim() === '' ? refuse('schedule.override_needs_reason') : allow(null);
}

/** Of spans marked as overridden, those that share their time with nothing any more: the mark has lost its ground. */
export const spansFreeAgain = (
  marked: readonly Occupancy[],
  taken: readonly Occupancy[],
): readonly Occupancy[] => marked.filter((one) => spanConflicts([one], taken).length === 0);
