/** A project in its days: late, put away, taking jobs; and what it may newly refer to (domain-rules §3). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { inactiveAmong, type NamedReference } from '../job/references.ts';
import type { Day } from '../time.ts';
import type { Project } from './project.ts';

/** Past its target and not complete. `today`: the day it is at the project's location. */
export const isProjectLate = (
  { targetCompletion, actualCompletion }: Pick<Project, 'targetCompletion' | 'actualCompletion'>,
  today: Day,
): boolean => targetCompletion !== null && actualCompletion === null && targetCompletion < today;

/** A project is put away when no job is in it: jobs are not hidden with their folder. Refuses `project.has_jobs`. */
export const decidePutAway = (jobCount: number): Decision<null> =>
  jobCount > 0 ? refuse('project.has_jobs', { count: jobCount }) : allow(null);

/** One that is put away takes no jobs, and none comes back into it by undo. Refuses `project.put_away`. */
export const decideTakesJobs = ({
  id,
  active,
}: {
  readonly id: Id;
  readonly active: boolean;
}): Decision<null> => (active ? allow(null) : refuse('project.put_away', { projectId: id }));

/** What is newly chosen for it has to be in use. Refuses `project.inactive_reference` naming all that is not. */
export function decideChosen(references: readonly NamedReference[]): Decision<null> {
  const inactive = inactiveAmong(references);
  return inactive.length === 0 ? allow(null) : refuse('project.inactive_reference', { inactive });
}
