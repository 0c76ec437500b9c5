/** What SKUs are sold for: their own price, else by the markup rules (domain/sku/sale-price.ts). */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { UnitPrice } from '#domain/money.ts';
import { type MarkupRule, salePriceOf } from '#domain/sku/sale-price.ts';
import type { Sku } from '#domain/sku/sku.ts';
import { allRecords } from '../list-imports/stored.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';

type Rules = readonly MarkupRule[];
/** Some tens at most: a step for each kind and range of cost. */
export const markupRules = (tx: Transaction): Promise<Rules> =>
  allRecords<MarkupRule & StoredRecord>(tx, 'markupRule');

/** For items that are added to a document; null where nobody has said. SKUs that are not there are left out. */
export async function salePrices(
  tx: Transaction,
  skuIds: readonly Id[],
): Promise<ReadonlyMap<Id, UnitPrice | null>> {
  const skus = await loadRecords<Sku & StoredRecord>(tx, 'sku', skuIds);
  const rules = await markupRules(tx);
  return new Map(skus.map((sku) => [sku.id, salePriceOf(sku, rules)]));
}
