/**
 * Everything that takes a technician's time is an occupancy (architecture, "Time of a technician"): an active
 * assignment, time off, a non-job event. Ranges are half-open [start, end): touching is not overlapping.
 */
import type { Id } from '../ids.ts';
import type { Instant } from '../time.ts';

export const OCCUPANCY_KINDS = ['assignment', 'timeOff', 'nonJobEvent'] as const;
type OccupancyKind = (typeof OCCUPANCY_KINDS)[number];

export type Occupancy = {
  readonly kind: OccupancyKind;
  /** Assignment, time-off or non-job-event id. */
  readonly sourceId: Id;
  readonly technicianId: Id;
  readonly start: Instant;
  readonly end: Instant;
  /** true: taken by an override, so the exclusion constraint leaves it out; checks still see it. */
  readonly overridden: boolean;
};
