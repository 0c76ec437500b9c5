import type { JobStatus } from '#domain/job/job-card.ts';
import type { Day } from '#domain/time.ts';

/** The list's filters in its URL: `?status=Hold,Scheduled&day=2026-11-21`. */
export type JobsSearch = {
  q?: string | undefined;
  status?: JobStatus[] | undefined;
  bu?: number[] | undefined;
  technician?: number | undefined;
  customer?: number | undefined;
  /** Any visit on that day, in the zone of the person's first business unit. */
  day?: Day | undefined;
  /** Completed on that day, in the same zone. */
  completed?: Day | undefined;
};
