/** Lists of visits. The commands on one are in `jobs.ts`, those on many in `bulk.ts`. */
import type { AppointmentStatus } from '#domain/job/job-card.ts';
import type { Instant } from '#domain/time.ts';
import { api } from '../lib/api.ts';
import { widePages } from './wide-pages.ts';

/** What a list of visits is narrowed to. */
export type AppointmentFilters = {
  readonly q?: string | undefined;
  /** Overlapping [from, to). */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly status?: readonly AppointmentStatus[] | undefined;
  readonly confirmed?: 'yes' | 'no' | undefined;
  /** `none`: nobody is assigned. */
  readonly technicianId?: number | 'none' | undefined;
  readonly businessUnitIds?: readonly number[] | undefined;
  readonly jobTypeIds?: readonly number[] | undefined;
  readonly jobId?: number | undefined;
  readonly projectId?: number | undefined;
  readonly customerId?: number | undefined;
};

export const appointmentQueries = {
  all: () => ['appointments'] as const,
  lists: () => [...appointmentQueries.all(), 'list'] as const,
  list: (filters: AppointmentFilters = {}) =>
    widePages([...appointmentQueries.lists(), filters], (page, signal) =>
      api.call('appointments.list', { query: { ...filters, ...page }, signal }),
    ),
};
