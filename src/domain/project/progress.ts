/** How far a project is, by its jobs (domain-rules §3). */
import { JOB_STATUSES, type JobStatus } from '../job/job-card.ts';

export type Progress = {
  readonly counts: Readonly<Record<JobStatus, number>>;
  readonly jobs: number;
  /** Completed among those that are to be done at all, in whole percent; null when there are none. */
  readonly donePercent: number | null;
};

/** `statuses`: of its jobs, one each. A canceled job is neither done nor to do. Only all done is 100 %. */
export function progressOf(counted: Readonly<Partial<Record<JobStatus, number>>>): Progress {
  const counts = Object.fromEntries(JOB_STATUSES.map((status) => [status, counted[status] ?? 0])) as Record<
    JobStatus,
    number
  >;
  const jobs = JOB_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const toDo = jobs - counts.Canceled;
  return {
    counts,
    jobs,
    donePercent: toDo === 0 ? null : Math.floor((100 * counts.Completed) / toDo),
  };
}
