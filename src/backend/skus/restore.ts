/** SKUs under undo: the rules hold for what comes back as for what is typed. */

import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { quantity } from '#domain/money.ts';
import { decideSku } from '#domain/sku/decide.ts';
import type { SkuChanges } from '#domain/sku/sku.ts';
import type { Restoration } from '#domain/undo.ts';
import { loadRecords } from '../write/load.ts';
import { lockCodes, type StoredSku } from './commands.ts';
import { codesTaken, movedOf } from './facts.ts';

/**
 * @param made SKUs the step made, which its undo takes out of use
 * @throws ProblemError undo.not_possible (409), `because` the rule of a SKU. Call with the records locked.
 */
export async function checkSkusBack(
  tx: Transaction,
  restorations: readonly Restoration[],
  made: readonly { readonly kind: string; readonly id: number }[],
): Promise<void> {
  const back: { readonly id: Id; readonly fields: Restoration['fields'] }[] = [
    ...restorations.filter(({ kind }) => kind === 'sku'),
    ...made.filter(({ kind }) => kind === 'sku').map(({ id }) => ({ id, fields: { active: false } })),
  ];
  if (back.length === 0) return;
  await lockCodes(tx);
  const ids = back.map(({ id }) => id);
  const before = new Map(
    (await loadRecords<StoredSku>(tx, 'sku', ids, { lock: true })).map((one) => [one.id, one]),
  );
  const moved = await movedOf(tx, ids);
  const taken = await codesTaken(
    tx,
    back.flatMap(({ id, fields: { code } }) => (typeof code === 'string' ? [{ id, code }] : [])),
  );
  const accounts = await loadRecords<{ id: Id; active: boolean }>(
    tx,
    'glAccount',
    back.flatMap(({ fields: { glAccountId } }) => (typeof glAccountId === 'number' ? [glAccountId] : [])),
  );
  for (const { id, fields } of back) {
    const { moves, onHand } = moved.get(id) ?? { moves: 0, onHand: 0 };
    const decided = decideSku(before.get(id)!, fields as SkuChanges, {
      chosen: accounts
        .filter((one) => one.id === fields.glAccountId)
        .map((one) => ({ kind: 'glAccount', id: one.id, active: one.active })),
      isCodeTaken: taken.has(id),
      hasMoved: moves > 0,
      onHand: quantity(onHand),
    });
    if (decided.ok) continue;
    const { code, params } = decided.refusal;
    throw new ProblemError('undo.not_possible', { because: code, ...params });
  }
}
