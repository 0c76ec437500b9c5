import type { AppointmentStatus } from '#domain/job/job-card.ts';
import { type Day, startOfDay } from '#domain/time.ts';
import type { AppointmentFilters } from '../../data/appointments.ts';
import { spanOf } from '../../parts/list-search.ts';

/** The list's state in its address: `?day=2026-11-21&until=2026-11-27&confirmed=no&technician=none`. */
export type AppointmentsSearch = {
  q?: string | undefined;
  status?: AppointmentStatus[] | undefined;
  confirmed?: 'yes' | 'no' | undefined;
  technician?: number | 'none' | undefined;
  bu?: number[] | undefined;
  type?: number[] | undefined;
  customer?: number | undefined;
  project?: number | undefined;
  /** Any part of the visit from that day to `until`, or on that one day; left out: from today on. */
  day?: Day | undefined;
  until?: Day | undefined;
  sort?: string | undefined;
  /** Columns hidden by a saved view or a link; left out: as the person keeps them. */
  hide?: string[] | undefined;
};

/** What the server is asked: days become the instants between which they lie in that zone. */
export function filtersOf(search: AppointmentsSearch, zone: string, today: Day): AppointmentFilters {
  const span = spanOf(search.day, search.until, zone);
  return {
    q: search.q,
    status: search.status,
    confirmed: search.confirmed,
    technicianId: search.technician,
    businessUnitIds: search.bu,
    jobTypeIds: search.type,
    customerId: search.customer,
    projectId: search.project,
    from: span?.start ?? startOfDay(today, zone),
    to: span?.end,
  };
}
