/** Items of catalogues as they are stored: locked under their SKUs, because the mark of the preferred vendor is the SKU's. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type CatalogueItem, givingUpMark } from '#domain/vendor/catalogue.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';
import type { RecordChange } from '../write/save.ts';
import { foundBy } from './search-text.ts';

export type StoredItem = CatalogueItem & StoredRecord;

/** Every item of these SKUs, of those out of use too. Locks the SKUs first: whoever else marks one of theirs waits. */
export async function lockedItemsOf(tx: Transaction, skuIds: readonly Id[]): Promise<StoredItem[]> {
  await loadRecords(tx, 'sku', skuIds, { lock: true });
  const rows = await tx.query<{ id: Id }>(
    'select id from company.catalogue_items where tenant_id = $1 and sku_id = any($2::bigint[])',
    [tx.tenantId, skuIds],
  );
  return loadRecords<StoredItem>(
    tx,
    'catalogueItem',
    rows.map(({ id }) => id),
    { lock: true },
  );
}

/** With what it is found by, which follows from the fields. `label`: "CAP-4505 of Johnstone". */
export const itemRecord = (before: StoredItem | null, after: CatalogueItem, label: string): RecordChange => ({
  kind: 'catalogueItem',
  before,
  after: { ...after, ...foundBy(after) },
  label,
});

/** The changes of one that has the mark now, and of those that give it up to it. */
export const unmarked = (
  after: CatalogueItem,
  others: readonly StoredItem[],
  labelOf: (item: CatalogueItem) => string,
): RecordChange[] =>
  givingUpMark(after, others).map((other) =>
    itemRecord(other, { ...other, preferred: false }, labelOf(other)),
  );
