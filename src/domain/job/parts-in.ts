/**
 * "Parts in" (domain-rules §5): the last open line of a job's orders has come, and nobody has booked what goes on with it.
 * Derived from the orders and the visits each time; the one thing kept is that somebody has seen it.
 */
import { COMING_STATUSES, type OrderStatus } from '../purchasing/purchase-order.ts';
import { type Instant, laterOf } from '../time.ts';
import type { AppointmentStatus, JobStatus } from './job-card.ts';

export type PartsOrder = {
  readonly status: OrderStatus;
  /** When all of it was there; null: it is not. */
  readonly received: Instant | null;
};
export type PartsVisit = {
  readonly status: AppointmentStatus;
  readonly start: Instant;
  readonly bookedOn: Instant;
  /** Somebody is to go. */
  readonly isStaffed: boolean;
};
export type PartsFacts = {
  readonly jobStatus: JobStatus;
  readonly orders: readonly PartsOrder[];
  /** Those that were not taken off the job. */
  readonly visits: readonly PartsVisit[];
  /** When somebody last said that they know. */
  readonly seenOn: Instant | null;
};

const AHEAD: readonly AppointmentStatus[] = ['Scheduled', 'Dispatched', 'Working'];
const OVER: readonly JobStatus[] = ['Completed', 'Canceled'];

/** Since when the parts are in and nothing was done about it; null: there is nothing to do. */
export function partsInSince({ jobStatus, orders, visits, seenOn }: PartsFacts): Instant | null {
  if (OVER.includes(jobStatus)) return null;
  const standing = orders.filter(({ status }) => status !== 'Canceled');
  if (standing.some(({ status }) => status === 'Pending' || COMING_STATUSES.includes(status))) return null;
  const since = standing.reduce<Instant | null>(
    (latest, { received }) => (received && latest ? laterOf(received, latest) : (received ?? latest)),
    null,
  );
  if (since === null || (seenOn !== null && seenOn >= since)) return null;
  return visits.some((visit) => goesOn(visit, since)) ? null : since;
}

/** Booked since, or planned for a time since with somebody to go: the parts will be fitted. */
const goesOn = ({ status, start, bookedOn, isStaffed }: PartsVisit, since: Instant): boolean =>
  AHEAD.includes(status) && (bookedOn > since || (start > since && isStaffed));
