/** Budget lines: add, change, remove. */
import type { BodyOf, ResultOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type BudgetLine, decideBudgetLine } from '#domain/project/budget.ts';
import { given } from '../handlers/ask.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { asMissing, must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';
import { checkVersions } from '../write/stale.ts';
import { budgetLines, forReader, seesCosts } from './budget.ts';
import { projectsChanged } from './changed.ts';
import { requireProject } from './visible.ts';

type Written = ResultOf<'budgetLines.change'>;
type StoredLine = BudgetLine & StoredRecord & { readonly projectId: Id; readonly label: string };

export async function addBudgetLine(
  tx: Transaction,
  context: CommandContext,
  projectId: Id,
  body: BodyOf<'projects.addBudgetLine'>,
): Promise<Written> {
  await requireProject(tx, context.actor, projectId);
  await loadRecords(tx, 'project', [projectId], { lock: true });
  if (body.amountCents !== null) requireAmountRight(context);
  requireLine(body);
  const [id] = (await newIds(tx, 1)) as [Id];
  const [last] = await tx.query<{ position: number }>(
    'select coalesce(max(position), -1) + 1 as position from company.project_budget_lines where tenant_id = $1 and project_id = $2',
    [tx.tenantId, projectId],
  );
  const after = { ...body, id, projectId, position: last!.position, active: true };
  return save(tx, context, 'project.budget-line-added', null, after, { merged: false });
}

export async function changeBudgetLine(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  body: BodyOf<'budgetLines.change'>,
): Promise<Written> {
  const [before] = await loadRecords<StoredLine>(tx, 'projectBudgetLine', [id], { lock: true });
  if (!before) throw new ProblemError('record.not_found', { kind: 'projectBudgetLine' });
  await requireProject(tx, context.actor, before.projectId).catch(asMissing('projectBudgetLine'));
  const changes = given(body.changes);
  // Taking an amount away changes what they may not see just as well.
  if (changes.amountCents !== undefined) requireAmountRight(context);
  const merged = await checkVersions(tx, body.expected, [
    {
      kind: 'projectBudgetLine',
      id,
      version: before.version,
      touches: Object.keys(changes),
      hides: seesCosts(context.actor) ? [] : ['amountCents'],
    },
  ]);
  const after = { ...before, ...changes };
  requireLine(after as unknown as BudgetLine);
  const verb = changes.active === false ? 'project.budget-line-removed' : 'project.budget-line-changed';
  return save(tx, context, verb, before, after, { merged });
}

function requireAmountRight({ actor }: CommandContext): void {
  if (!seesCosts(actor)) throw new ProblemError('project.amount_not_allowed');
}

const requireLine = (line: { quantity: number | null; amountCents: number | null }) =>
  must(decideBudgetLine(line as BudgetLine));

async function save(
  tx: Transaction,
  context: CommandContext,
  verb: string,
  before: StoredLine | null,
  after: RecordChange['after'] & { label: string; projectId: Id },
  { merged }: Pick<Written, 'merged'>,
): Promise<Written> {
  const saved = await saveRecords(tx, context, { verb, undoable: true }, [
    { kind: 'projectBudgetLine', before, after, label: after.label },
  ]);
  await projectsChanged(tx, context, saved, [after.projectId], verb);
  const [line] = await budgetLines(tx, 'l.id = $2', [after.id]);
  return { operationId: saved.operationId, merged, line: forReader(context.actor, line!) };
}
