/** What the schedule guards know about technicians and about the appointments behind assignments. */
import type { Id } from '../ids.ts';
import type { Instant, Span } from '../time.ts';
import type { Place } from './travel.ts';

export type TechnicianFacts = {
  readonly id: Id;
  readonly active: boolean;
  readonly skillIds: readonly Id[];
  /** Dispatch zones; none: works anywhere. */
  readonly zoneIds: readonly Id[];
  /** Shifts that touch the days looked at; outside them is overtime. */
  readonly shifts: readonly Span[];
};

/** What the soft guards need of the appointment behind an assignment. */
export type AppointmentFacts = Place & {
  readonly appointmentId: Id;
  readonly windowStart: Instant | null;
  readonly windowEnd: Instant | null;
  readonly skillIds: readonly Id[];
  readonly zoneId: Id | null;
  readonly isConfirmed: boolean;
};
