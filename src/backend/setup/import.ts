import { ProblemError } from '#contract/problem.ts';
import { planSetupImport, type SetupRowPlan } from '#contract/setup-import.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import type { RecordChange } from '../write/save.ts';
import { completeValues } from './complete.ts';
import { referenceNames } from './names.ts';
import { labelOf, lockSetup, saveSetup, setupRecords } from './records.ts';

/**
 * Writes what `planSetupImport` makes of the file on the list as it is now: rows that cannot be taken are left out, the
 * others are one step, which one undo takes back. Throws request.invalid (400) for a file that is no such table.
 */
export async function importSetup(
  tx: Transaction,
  context: CommandContext,
  { kind, csv }: { kind: SetupKind; csv: string },
) {
  await lockSetup(tx);
  const { items } = await setupRecords(tx, kind);
  const { idOf } = await referenceNames(tx, kind);
  const plan = planSetupImport(kind, csv, items, idOf);
  if (!plan.ok)
    throw new ProblemError('request.invalid', {}, [{ path: 'csv', code: plan.code, message: '' }]);
  const changes = [...(await created(tx, kind, plan.rows)), ...(await updated(tx, kind, plan.rows))];
  const operationId = changes.length > 0 ? await saveSetup(tx, context, kind, 'imported', changes) : null;
  const count = (fate: SetupRowPlan['fate']) => plan.rows.filter((row) => row.fate === fate).length;
  return {
    operationId,
    created: count('create'),
    updated: count('update'),
    unchanged: count('unchanged'),
    rejected: count('reject'),
  };
}

async function created(
  tx: Transaction,
  kind: SetupKind,
  rows: readonly SetupRowPlan[],
): Promise<RecordChange[]> {
  const fresh = rows.filter(({ fate }) => fate === 'create');
  const ids = await newIds(tx, fresh.length);
  const fields = fresh.map(({ values: { active: _, ...rest } }) => rest);
  const complete = await completeValues(tx, kind, fields);
  return fresh.map(({ values }, at) => {
    const after = { ...complete[at]!, id: ids[at]!, active: values.active ?? true };
    return { kind, before: null, after, label: labelOf(kind, after) };
  });
}

async function updated(
  tx: Transaction,
  kind: SetupKind,
  rows: readonly SetupRowPlan[],
): Promise<RecordChange[]> {
  const valuesOf = new Map(
    rows.filter(({ fate }) => fate === 'update').map(({ id, values }) => [id as Id, values]),
  );
  const stored = await loadRecords(tx, kind, [...valuesOf.keys()], { lock: true });
  return stored.map((before) => {
    const after = { ...before, ...valuesOf.get(before.id) };
    return { kind, before, after, label: labelOf(kind, after) };
  });
}
