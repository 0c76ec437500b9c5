/** What lies and should lie at each place, of many SKUs at once: as a file of stock is held against it. */
import { stockKey } from '#contract/stock-import.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { loadRecords } from '../write/load.ts';
import type { StoredRecord } from '../write/records.ts';

export type Pair = { readonly skuId: Id; readonly placeId: Id };
export type LyingThere = Pair & { readonly onHand: number; readonly serials: readonly string[] };
export type StoredLevel = StoredRecord & {
  readonly skuId: Id;
  readonly inventoryLocationId: Id;
  readonly least: number;
  readonly most: number;
  readonly active: boolean;
};

/** By `stockKey`; where nothing lies there is nothing. */
export async function lyingOf(tx: Transaction, skuIds: readonly Id[]): Promise<Map<string, LyingThere>> {
  const rows = await tx.query<LyingThere>(
    `with moved as (
       select sku_id, inventory_location_id as place_id, sum(quantity)::bigint as on_hand
       from company.stock_movements where tenant_id = $1 and sku_id = any($2::bigint[]) group by 1, 2),
     numbered as (
       select sku_id, inventory_location_id as place_id, array_agg(serial order by serial) as serials
       from company.stock_serials where tenant_id = $1 and sku_id = any($2::bigint[]) group by 1, 2)
     select sku_id as "skuId", place_id as "placeId", coalesce(m.on_hand, 0) as "onHand", coalesce(n.serials, '{}') as serials
     from moved m full join numbered n using (sku_id, place_id)
     where m.on_hand <> 0 or n.serials is not null`,
    [tx.tenantId, skuIds],
  );
  return new Map(
    rows.map((one) => [stockKey(one.skuId, one.placeId), { ...one, serials: one.serials.toSorted() }]),
  );
}

/** Those taken away, too: a level set again is the same record. By `stockKey`. */
export async function levelsOf(tx: Transaction, skuIds: readonly Id[]): Promise<Map<string, StoredLevel>> {
  const ids = await tx.query<{ id: Id }>(
    'select id from company.stock_levels where tenant_id = $1 and sku_id = any($2::bigint[])',
    [tx.tenantId, skuIds],
  );
  const levels = await loadRecords<StoredLevel>(
    tx,
    'stockLevel',
    ids.map(({ id }) => id),
  );
  return new Map(levels.map((one) => [stockKey(one.skuId, one.inventoryLocationId), one]));
}
