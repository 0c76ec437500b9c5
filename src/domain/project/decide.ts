/** A project after somebody has changed it, or why not (domain-rules §3). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Day } from '../time.ts';
import { decideChosen, decidePutAway } from './in-use.ts';
import type { Project, ProjectChanges, ProjectStatus } from './project.ts';

export type ProjectFacts = {
  readonly statuses: readonly ProjectStatus[];
  /** The day it is at the project's location. */
  readonly today: Day;
  /** Jobs in it, of whatever business unit. */
  readonly jobCount: number;
};

/**
 * The project with the changes and what follows from them: a status brings its own sub-statuses only; one that closes
 * gives today as the actual completion unless a day is given; one that does not takes it away again.
 * Refuses `project.sub_status_of_other_status`, `project.dates_out_of_order`, `project.completion_in_future`,
 * `project.has_jobs` (to put it away), `project.inactive_reference` for a status that is newly chosen and not in use.
 */
export function decideProject(
  before: Project,
  changes: ProjectChanges,
  { statuses, today, jobCount }: ProjectFacts,
): Decision<Project> {
  const after = followed(before, { ...before, ...changes }, changes, statuses, today);
  const status = statuses.find(({ id }) => id === after.statusId);
  const sub = status?.subStatuses.find(({ id }) => id === after.subStatusId);
  if (after.subStatusId !== null && !sub) {
    return refuse('project.sub_status_of_other_status', { subStatusId: after.subStatusId });
  }
  const chosen = decideChosen([
    ...(status && after.statusId !== before.statusId ? [{ ...status, kind: 'projectStatus' }] : []),
    ...(sub && after.subStatusId !== before.subStatusId ? [{ ...sub, kind: 'projectSubStatus' }] : []),
  ]);
  if (!chosen.ok) return chosen;
  const empty = decidePutAway(jobCount);
  if (before.active && !after.active && !empty.ok) return empty;
  return checkDays(before, after, today);
}

/**
 * The fields a person who changes a project decides on: those named and those that follow. A status takes its
 * sub-statuses along and a closing one the actual completion: what somebody else has put there meanwhile must not be
 * written over unseen (architecture, "Concurrency").
 */
export function fieldsTouchedByProject(
  before: Project,
  changes: ProjectChanges,
  decided: Decision<Project>,
): string[] {
  const named = Object.keys(changes);
  if (!decided.ok) return named;
  const followed = (['subStatusId', 'actualCompletion'] as const).filter(
    (field) => before[field] !== decided.value[field],
  );
  return [...new Set([...named, ...followed])];
}

function followed(
  before: Project,
  asked: Project,
  changes: ProjectChanges,
  statuses: readonly ProjectStatus[],
  today: Day,
): Project {
  if (asked.statusId === before.statusId) return asked;
  const closes = (id: number | null) => statuses.find((one) => one.id === id)?.closes ?? false;
  const keeps = statuses
    .find(({ id }) => id === asked.statusId)
    ?.subStatuses.some(({ id }) => id === asked.subStatusId);
  const subStatusId = changes.subStatusId !== undefined || keeps ? asked.subStatusId : null;
  if (changes.actualCompletion !== undefined) return { ...asked, subStatusId };
  if (closes(asked.statusId)) {
    return { ...asked, subStatusId, actualCompletion: asked.actualCompletion ?? today };
  }
  return closes(before.statusId)
    ? { ...asked, subStatusId, actualCompletion: null }
    : { ...asked, subStatusId };
}

/** Only days that were changed are looked at: an old project may stand as it was brought along. */
function checkDays(before: Project, after: Project, today: Day): Decision<Project> {
  const { startsOn } = after;
  for (const field of ['targetCompletion', 'actualCompletion'] as const) {
    const end = after[field];
    if (startsOn !== null && end !== null && end < startsOn) {
      return refuse('project.dates_out_of_order', { field, startsOn, end });
    }
  }
  const { actualCompletion } = after;
  return actualCompletion !== null && actualCompletion !== before.actualCompletion && actualCompletion > today
    ? refuse('project.completion_in_future', { day: actualCompletion, today })
    : allow(after);
}
