/**
 * What the signed link in a technician's message shows: their visits of one day. No row of the endpoint table: whoever
 * has the link is let in, by nothing else, and gets a page or a calendar, never JSON.
 */
import type { AppointmentStatus } from '#domain/job/job-card.ts';
import type { Day, Instant } from '#domain/time.ts';

export type DayVisit = {
  readonly appointmentId: number;
  readonly technicianId: number;
  /** The visit's version: grows with every change of it, also of who is on it. */
  readonly sequence: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly windowStart: Instant | null;
  readonly windowEnd: Instant | null;
  readonly status: AppointmentStatus;
  /** False: taken off, canceled or on hold. Then nothing of whose it is and where is told. */
  readonly isTheirs: boolean;
  readonly jobNumber: number;
  readonly appointmentNumber: number;
  readonly jobType: string;
  readonly summary: string;
  readonly instructions: string;
  readonly customerName: string;
  readonly street: string;
  readonly unit: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  /** Of the place. */
  readonly timeZone: string;
  readonly phones: readonly string[];
};

export type TechnicianDay = {
  readonly company: string;
  readonly technicianName: string;
  readonly day: Day;
  readonly asOf: Instant;
  readonly visits: readonly DayVisit[];
};

/** `ended`: it was right once. `unknown`: it never was, or nobody may know. */
export type DayAnswer<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'ended' | 'unknown' };

/** Part of an `Upstream` that keeps technicians itself. */
export type TechnicianDays = {
  page(token: string): Promise<DayAnswer<TechnicianDay>>;
  /** The same visits as an iCalendar file (RFC 5545). */
  calendar(token: string): Promise<DayAnswer<string>>;
};
