/** Jobs into a project and out of it (domain-rules §3). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { decideTakesJobs } from './in-use.ts';
import type { Project } from './project.ts';

type FolderOf = Pick<Project, 'id' | 'locationId' | 'billToCustomerId' | 'active'>;
type JobToAttach = {
  readonly id: Id;
  readonly number: number;
  readonly locationId: Id;
  readonly billToCustomerId: Id;
  readonly projectId: Id | null;
};

/** Said with the answer, in the way of nothing: somebody else pays for this job than for the project. */
export type AttachWarning = {
  readonly code: 'project.other_payer';
  readonly params: { readonly jobId: Id; readonly jobNumber: number; readonly billToCustomerId: Id };
};

/**
 * Whether all these jobs may come into the project; all or none. One that is in it already stays.
 * Refuses `project.put_away`, `project.job_of_other_location` and `project.job_in_other_project`, naming the first job
 * in the way.
 */
export function decideAttach(
  project: FolderOf,
  jobs: readonly JobToAttach[],
): Decision<{ readonly warnings: readonly AttachWarning[] }> {
  const takes = decideTakesJobs(project);
  if (!takes.ok) return takes;
  for (const { id: jobId, number: jobNumber, locationId, projectId } of jobs) {
    if (locationId !== project.locationId)
      return refuse('project.job_of_other_location', { jobId, jobNumber });
    if (projectId !== null && projectId !== project.id) {
      return refuse('project.job_in_other_project', { jobId, jobNumber, projectId });
    }
  }
  const others = jobs.filter(({ billToCustomerId }) => billToCustomerId !== project.billToCustomerId);
  return allow({
    warnings: others.map(({ id, number, billToCustomerId }) => ({
      code: 'project.other_payer' as const,
      params: { jobId: id, jobNumber: number, billToCustomerId },
    })),
  });
}

/** Refuses `project.job_not_in_it` for a job that is not in this project. */
export function decideDetach(projectId: Id, jobs: readonly JobToAttach[]): Decision<null> {
  const stranger = jobs.find((job) => job.projectId !== projectId);
  return stranger
    ? refuse('project.job_not_in_it', { jobId: stranger.id, jobNumber: stranger.number })
    : allow(null);
}
