/** Catalogues under undo: a SKU has one preferred vendor, also when an earlier mark comes back. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { type CatalogueItem, givingUpMark } from '#domain/vendor/catalogue.ts';
import type { RecordChange } from '../write/save.ts';
import { lockedItemsOf } from './records.ts';

/**
 * @param changes all that the undo writes
 * @throws ProblemError undo.not_possible (409), `because` catalogue.preferred_elsewhere
 */
export async function checkMarksBack(tx: Transaction, changes: readonly RecordChange[]): Promise<void> {
  const after = new Map(
    changes
      .filter(({ kind }) => kind === 'catalogueItem')
      .map((one) => [one.after.id, one.after as unknown as CatalogueItem]),
  );
  const marked = [...after.values()].filter(({ preferred, active }) => preferred && active);
  if (marked.length === 0) return;
  const stored = await lockedItemsOf(tx, [...new Set(marked.map(({ skuId }) => skuId))]);
  const items = stored.map((one) => after.get(one.id) ?? one).filter(({ active }) => active);
  if (marked.every((one) => givingUpMark(one, items).length === 0)) return;
  throw new ProblemError('undo.not_possible', { because: 'catalogue.preferred_elsewhere' });
}
