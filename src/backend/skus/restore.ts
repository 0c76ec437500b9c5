/** SKUs under undo: the rules hold for what comes back as for what is typed. */

import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { decideSku } from '#domain/sku/decide.ts';
import type { SkuChanges } from '#domain/sku/sku.ts';
import type { Restoration } from '#domain/undo.ts';
import { lockCodes, lockedSku } from './commands.ts';
import { factsFor } from './facts.ts';

/**
 * @param made SKUs the step made, which its undo takes out of use
 * @throws ProblemError undo.not_possible (409), `because` the rule of a SKU. Call with the records locked.
 */
export async function checkSkusBack(
  tx: Transaction,
  restorations: readonly Restoration[],
  made: readonly { readonly kind: string; readonly id: number }[],
): Promise<void> {
  const back = [
    ...restorations.filter(({ kind }) => kind === 'sku'),
    ...made.filter(({ kind }) => kind === 'sku').map(({ id }) => ({ id, fields: { active: false } })),
  ];
  if (back.length > 0) await lockCodes(tx);
  for (const { id, fields } of back) {
    const before = await lockedSku(tx, id);
    const changes = fields as SkuChanges;
    const decided = decideSku(before, changes, await factsFor(tx, id, changes, before));
    if (decided.ok) continue;
    const { code, params } = decided.refusal;
    throw new ProblemError('undo.not_possible', { because: code, ...params });
  }
}
