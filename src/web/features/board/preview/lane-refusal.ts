/** Why a lane cannot take what is in hand, in the few words that fit its head; null when it can. */
import type { AppointmentView } from '#contract/job.ts';
import type { Refusal } from '#domain/decision.ts';
import { appointmentGate } from '#domain/job/gate.ts';
import type { Instant, Span } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { statusWord } from '../../../lib/trade-words.ts';
import { cardOfVisit } from '../../../parts/appointment-drawer/domain-card.ts';
import { type DayIndex, type HoldingLane, type Lane, skillsOf } from '../day/day-index.ts';
import { isOneDay } from '../day/one-day.ts';

/** Why the visit cannot be moved at all, whoever's lane it is. */
export function movingRefusal(visit: AppointmentView): string | null {
  const card = cardOfVisit(visit);
  const refusal = appointmentGate(card, card.appointments[0]!, 'reassign');
  if (!refusal) return null;
  return refusal.code === 'job.frozen' ? 'invoice closed' : `visit is ${statusWord(visit.status)}`;
}

/** Why it cannot go into a holding lane, or out of its own. */
export function parkingRefusal(visit: AppointmentView, command: 'park' | 'unpark'): Refusal | null {
  const card = cardOfVisit(visit);
  return appointmentGate(card, card.appointments[0]!, command);
}

/** The same for a holding lane's head; within its own lane a visit may always move. */
export function holdingRefusal(visit: AppointmentView, { lane }: HoldingLane): string | null {
  const refusal = parkingRefusal(visit, 'park');
  if (refusal)
    return refusal.code === 'job.frozen' ? 'invoice closed' : `visit is ${statusWord(visit.status)}`;
  return lane.active || visit.holdingLaneId === lane.id ? null : 'out of use';
}

/** @param fromTechnicianId whose lane it is taken from; null from the tray */
export function laneRefusal(
  index: DayIndex,
  visit: AppointmentView,
  technicianId: number,
  fromTechnicianId: number | null,
  now: Instant,
): string | null {
  const whole = movingRefusal(visit);
  if (whole) return whole;
  const lane = index.lanes.get(technicianId);
  if (!lane) return null;
  const there = visit.assignments.some((one) => one.technicianId === technicianId);
  if (there && technicianId !== fromTechnicianId) return 'on this visit already';
  if (technicianId === fromTechnicianId) return null;
  const missing = skillsOf(index.setup, visit.jobTypeId).find((id) => !lane.known.skillIds.includes(id));
  if (missing !== undefined) return `no ${nameIn(index.setup.skills, missing)}`;
  return absence(lane, now, index.day);
}

/** Nothing of a shift is left: off all day, or gone home. */
export function absence({ technician, known }: Lane, now: Instant, day: Span): string | null {
  const which = isOneDay(day) ? 'today' : 'this week';
  const ahead = known.shifts.filter(({ end }) => end > now);
  if (ahead.length === 0) return known.shifts.length === 0 ? `no shift ${which}` : 'shift is over';
  const off = ahead.every((shift) =>
    technician.timeOff.some(({ start, end }) => start <= shift.start && end >= shift.end),
  );
  return off ? `off ${which}` : null;
}
