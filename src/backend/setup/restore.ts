/** Set-up records under undo: what stands in its way, and telling the feed afterwards. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { SETUP_KINDS, setupKind } from '#domain/setup/kinds.ts';
import { relationFaults } from '#domain/setup/relations.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import type { RecordChange, Saved } from '../write/save.ts';
import { takenBy } from './checks.ts';
import { decidePeriodChanges } from './periods.ts';
import { labelOf, lockSetup, tellSetup } from './records.ts';

const isSetup = (kind: string): kind is SetupKind => Object.hasOwn(SETUP_KINDS, kind);

/** As every set-up command: nobody takes a name meanwhile. */
export async function lockSetupOf(
  tx: Transaction,
  step: { readonly changes: readonly { readonly kind: string }[] },
): Promise<void> {
  if (step.changes.some(({ kind }) => isSetup(kind))) await lockSetup(tx);
}

/**
 * Two people's steps may be right one by one and not together: a truck made a warehouse again, after somebody gave it a
 * technician. Before it is written, because the database holds some of it, too.
 * @throws ProblemError undo.not_possible (409), `because` setup.does_not_fit, or what is said of a period that is closed by now
 */
export async function checkSetupFits(tx: Transaction, changes: readonly RecordChange[]): Promise<void> {
  const periods = await decidePeriodChanges(tx, changes);
  if (!periods.ok) {
    const { code, params } = periods.refusal;
    throw new ProblemError('undo.not_possible', { ...params, because: code });
  }
  for (const { kind, after } of changes) {
    if (!isSetup(kind) || after.active === false) continue;
    if (relationFaults(setupKind(kind), after as never).length > 0) {
      const name = labelOf(kind, after as never);
      throw new ProblemError('undo.not_possible', { because: 'setup.does_not_fit', kind, name });
    }
  }
}

/**
 * Asked when all is written back, because one step may have exchanged two names; the transaction takes it all back.
 * @throws ProblemError undo.not_possible (409), `because` setup.name_taken
 */
export async function setupUndone(tx: Transaction, context: CommandContext, saved: Saved): Promise<void> {
  const changes = saved.changes.filter(({ kind }) => isSetup(kind));
  for (const [kind, restored] of grouped(changes, (one) => one.kind as SetupKind)) {
    const inUse = restored.map(({ after }) => after).filter(({ active }) => active !== false);
    const [taken] = await takenBy(tx, kind, inUse);
    const after = inUse.find(({ id }) => id === taken?.id);
    if (after) {
      const name = labelOf(kind, after as never);
      throw new ProblemError('undo.not_possible', { because: 'setup.name_taken', kind, name });
    }
  }
  await tellSetup(tx, context, saved.operationId, changes[0]?.after.id);
}
