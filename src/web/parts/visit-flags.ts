/** What of a visit needs somebody now. One place, so that Today, the tray and the board count the same. */
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';

type Visit = Pick<AppointmentView, 'status' | 'start' | 'end' | 'windowEnd' | 'assignments' | 'isConfirmed'>;

const isAhead = ({ status }: Visit) => status === 'Scheduled' || status === 'Dispatched';

/** Nobody is going, and somebody has to: not on hold, not over. */
export const isUnassigned = (visit: Visit): boolean =>
  visit.status === 'Scheduled' && visit.assignments.length === 0;

/** Nobody has arrived by the end of the promised window (without one: by the planned start), or the work runs over. */
export const isLate = (visit: Visit, now: Instant): boolean =>
  isAhead(visit) ? now > (visit.windowEnd ?? visit.start) : visit.status === 'Working' && now > visit.end;

/** The customer has not said yes and nobody is on the way. */
export const isUnconfirmed = (visit: Visit): boolean => visit.status === 'Scheduled' && !visit.isConfirmed;

/** Why the technician is late, in words: "Not there, window ended 10:00" is made by the caller with the time. */
export const latenessOf = (visit: Visit): 'not-arrived' | 'running-over' =>
  visit.status === 'Working' ? 'running-over' : 'not-arrived';
