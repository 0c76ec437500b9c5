/** Projects under undo: what stands in its way, and telling the feed afterwards. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Decision } from '#domain/decision.ts';
import type { Id } from '#domain/ids.ts';
import { decidePutAway, decideTakesJobs } from '#domain/project/in-use.ts';
import type { Restoration } from '#domain/undo.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import type { Saved } from '../write/save.ts';
import { type Audience, projectsChanged } from './changed.ts';

type Step = { readonly changes: readonly { kind: string; id: Id; created: boolean }[] };

/**
 * A project that was made, or put away, is not taken from around jobs that came into it since, and no job goes back into one
 * that has been put away. Call with the records locked.
 * @throws ProblemError undo.not_possible (409), `because` project.has_jobs or project.put_away
 */
export async function checkProjectUndo(
  tx: Transaction,
  step: Step,
  restorations: readonly Restoration[],
): Promise<void> {
  const made = step.changes.filter(({ kind, created }) => kind === 'project' && created).map(({ id }) => id);
  const putAway = restorations.flatMap(({ kind, id, fields }) =>
    kind === 'project' && fields.active === false ? [id] : [],
  );
  const leaving = [...made, ...putAway];
  const back = restorations.flatMap(({ kind, fields }) =>
    kind === 'job' && typeof fields.projectId === 'number' ? [fields.projectId] : [],
  );
  if (leaving.length === 0 && back.length === 0) return;
  const own = step.changes.filter(({ kind }) => kind === 'job').map(({ id }) => id);
  const [others] = await tx.query<{ count: number }>(
    `select count(*)::int as count from company.jobs
     where tenant_id = $1 and project_id = any($2::bigint[]) and not (id = any($3::bigint[]))`,
    [tx.tenantId, leaving, own],
  );
  refuseUndo(decidePutAway(others!.count));
  for (const project of await loadRecords<{ id: Id; active: boolean }>(tx, 'project', back, { lock: true })) {
    refuseUndo(decideTakesJobs(project));
  }
}

function refuseUndo(decision: Decision<null>): void {
  if (decision.ok) return;
  const { code, params } = decision.refusal;
  throw new ProblemError('undo.not_possible', { because: code, ...params });
}

/** After an undo that touched projects, their budgets, or which jobs are in them. */
export async function restoreProjects(tx: Transaction, context: CommandContext, saved: Saved): Promise<void> {
  const audience = new Map<Id, Set<Id | null>>();
  const note = (id: unknown, unit: Id | null) => {
    if (typeof id !== 'number') return;
    const units = audience.get(id) ?? new Set();
    audience.set(id, unit === null ? units : units.add(unit));
  };
  for (const { kind, after, fields } of saved.changes) {
    if (kind === 'project') note(after.id, null);
    if (kind === 'projectBudgetLine') note(after.projectId, null);
    if (kind === 'job') {
      for (const id of fields.projectId ?? []) note(id, after.businessUnitId as Id);
    }
  }
  if (audience.size === 0) return;
  const before: Audience = new Map([...audience].map(([id, units]) => [id, [...units]]));
  await projectsChanged(tx, context, saved, [...audience.keys()], 'project.changed', before);
}
