/** What of a visit needs somebody now: one rule, so that Today, the tray and the board count the same. */
import type { AppointmentStatus } from '../job/job-card.ts';
import { addMinutes, type Instant } from '../time.ts';

/** A visit with its active assignments. */
export type FlaggedVisit = {
  readonly status: AppointmentStatus;
  readonly start: Instant;
  readonly end: Instant;
  readonly windowEnd: Instant | null;
  readonly assignments: readonly unknown[];
  readonly isConfirmed: boolean;
};

/** Nobody is going, and somebody has to: not on hold, not over. */
export const isUnassigned = (visit: Pick<FlaggedVisit, 'status' | 'assignments'>): boolean =>
  visit.status === 'Scheduled' && visit.assignments.length === 0;

/** Nobody is going, which a dispatcher knows: it stands in a holding lane. What was canceled or is over does not. */
export const isParkedVisit = (
  visit: Pick<FlaggedVisit, 'status' | 'assignments'> & { readonly holdingLaneId: number | null },
): boolean =>
  visit.holdingLaneId != null &&
  visit.assignments.length === 0 &&
  (visit.status === 'Scheduled' || visit.status === 'Hold');

/** Nobody can be sent in less than that. */
const DUE_MINUTES = 120;

/** Promised for the next two hours, or before. */
export const isDue = (
  { windowStart, start }: { readonly windowStart: Instant | null; readonly start: Instant },
  now: Instant,
): boolean => (windowStart ?? start) <= addMinutes(now, DUE_MINUTES);

type Waiting = Parameters<typeof isParkedVisit>[0] & Parameters<typeof isDue>[0];

/** Somebody has to be found for it now: a parked visit is left alone until it is due, then it is one like any other. */
export const isWaiting = (visit: Waiting, now: Instant): boolean =>
  isUnassigned(visit) && (!isParkedVisit(visit) || isDue(visit, now));

type Timed = Pick<FlaggedVisit, 'status' | 'start' | 'end' | 'windowEnd'>;

/** Nobody has arrived by the end of the promised window (without one: by the planned start), or the work runs over. */
export const isLate = (visit: Timed, now: Instant): boolean =>
  visit.status === 'Scheduled' || visit.status === 'Dispatched'
    ? now > (visit.windowEnd ?? visit.start)
    : visit.status === 'Working' && now > visit.end;

/** Which of the two kinds of late it is, when it is. */
export const latenessOf = ({ status }: Pick<FlaggedVisit, 'status'>): 'not-arrived' | 'running-over' =>
  status === 'Working' ? 'running-over' : 'not-arrived';

/** The customer has not said yes and nobody is on the way. */
export const isUnconfirmed = (visit: Pick<FlaggedVisit, 'status' | 'isConfirmed'>): boolean =>
  visit.status === 'Scheduled' && !visit.isConfirmed;
