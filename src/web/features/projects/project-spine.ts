/** How far a project is, by the company's own statuses and the days it came into them. */
import type { HistoryEntry } from '#contract/history.ts';
import type { ProjectSetup, ProjectView } from '#contract/project.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { formatDay } from '../../lib/format.ts';
import type { Step } from '../../ui/steps.tsx';

type Status = ProjectSetup['statuses'][number];

/**
 * The open statuses in their order, then the one that closes: its own if it is over, else the first there is. Those it
 * was in are done; those it skipped are left out, and all it never came into once it is over.
 * @param entries its history, newest first; without it only the present status is known
 */
export function projectSpine(
  project: ProjectView,
  lists: ProjectSetup,
  entries: readonly HistoryEntry[],
): Step[] {
  const now = lists.statuses.find(({ id }) => id === project.statusId);
  const since = reachedOn(entries);
  const isOver = now?.closes === true;
  const here = now ? lists.statuses.indexOf(now) : -1;
  const open = lists.statuses.filter(
    (one, index) =>
      !one.closes && (one === now || since.has(one.id) || (one.active && !isOver && index > here)),
  );
  const last = isOver ? now : lists.statuses.find(({ closes, active }) => closes && active);
  const step = (status: Status): Step => {
    const at = since.get(status.id);
    const isHere = status === now;
    const sub = isHere ? status.subStatuses.find(({ id }) => id === project.subStatusId)?.name : undefined;
    const day = isHere && isOver ? project.actualCompletion : at && dayOf(at, project.timeZone);
    return {
      label: status.name,
      detail: [sub, day && formatDay(day, { year: true })].filter(Boolean).join(', ') || '–',
      state: isHere ? (isOver ? 'done' : 'part') : at && !status.closes ? 'done' : 'todo',
    };
  };
  const steps = open.map(step);
  if (!last) return steps;
  const { targetCompletion } = project;
  const ahead = !isOver && targetCompletion ? `target ${formatDay(targetCompletion, { year: true })}` : null;
  return [...steps, ahead ? { ...step(last), detail: ahead } : step(last)];
}

/** When it last came into each status. */
function reachedOn(entries: readonly HistoryEntry[]): ReadonlyMap<number, Instant> {
  const since = new Map<number, Instant>();
  for (const { at, changes } of [...entries].reverse()) {
    const change = changes.find(({ field }) => field === 'statusId');
    if (typeof change?.after === 'number') since.set(change.after, at);
  }
  return since;
}
