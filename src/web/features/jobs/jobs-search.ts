import type { JobStatus } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';
import type { JobFilters } from '../../data/jobs.ts';
import { spanOf } from '../../parts/list-search.ts';

/** The list's state in its URL: `?status=Hold,Scheduled&day=2026-11-21&until=2026-11-27&sort=-when`. */
export type JobsSearch = {
  q?: string | undefined;
  status?: JobStatus[] | undefined;
  bu?: number[] | undefined;
  type?: number[] | undefined;
  /** With any of these tags. */
  tag?: number[] | undefined;
  project?: number | undefined;
  technician?: number | undefined;
  customer?: number | undefined;
  /** Any visit from that day to `until`, or on that one day; in the zone of the person's first business unit. */
  day?: Day | undefined;
  until?: Day | undefined;
  /** Completed from that day to `completedUntil`, or on that one day, in the same zone. */
  completed?: Day | undefined;
  completedUntil?: Day | undefined;
  /** A column's id, with a minus for the other way round. Left out: the newest first, as the server gives them. */
  sort?: string | undefined;
  /** Columns hidden by a saved view or a link; left out: as the person keeps them. */
  hide?: string[] | undefined;
};

/** What the server is asked: days become the instants between which they lie in that zone. */
export function filtersOf(search: JobsSearch, zone: string): JobFilters {
  const visits = spanOf(search.day, search.until, zone);
  const completed = spanOf(search.completed, search.completedUntil, zone);
  return {
    q: search.q,
    status: search.status,
    businessUnitIds: search.bu,
    jobTypeIds: search.type,
    tagIds: search.tag,
    projectId: search.project,
    technicianId: search.technician,
    customerId: search.customer,
    from: visits?.start,
    to: visits?.end,
    completedFrom: completed?.start,
    completedTo: completed?.end,
  };
}
