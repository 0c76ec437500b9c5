/** Reading catalogues: what a vendor sells, who sells a SKU, one item. */
import type { CatalogueItem } from '#contract/catalogue.ts';
import type { QueryOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import { type Filter, filterOf } from '#db/filter.ts';
import type { Id } from '#domain/ids.ts';
import { keyCursor, readKeyCursor } from '../key-cursor.ts';
import { addWords, plainWords } from '../list-words.ts';
import { loadRecords } from '../write/load.ts';

const PAGE = 100;

type Query = QueryOf<'vendors.catalogue'>;
type Page = { items: CatalogueItem[]; next: string | null; total: number | null };

const ITEM = `c.id, c.version, c.active, c.vendor_id as "vendorId", v.name as "vendorName", v.active as "vendorActive",
  c.sku_id as "skuId", s.code as "skuCode", s.name as "skuName", s.unit as "skuUnit", s.active as "skuActive",
  c.vendor_part_number as "vendorPartNumber", c.description, c.cost, c.lead_days as "leadDays",
  c.min_quantity as "minQuantity", c.price_breaks as "priceBreaks", c.preferred, c.external_key as "externalKey"`;
const FROM = `company.catalogue_items c
  join company.vendors v on v.tenant_id = c.tenant_id and v.id = c.vendor_id
  join company.skus s on s.tenant_id = c.tenant_id and s.id = c.sku_id`;

/** Whose list it is, what it is in the order of, and what a row is found by beside the vendor's own words. */
const LISTS = {
  vendor: { column: 'c.vendor_id', key: 's.code_key', search: 's.search' },
  sku: { column: 'c.sku_id', key: 'v.name_key', search: 'v.search' },
} as const;

/**
 * In keyset pages; `total` counts all that match, on the first page only.
 * @throws ProblemError record.not_found (404) for a vendor or SKU that is not there, or another tenant's
 */
export async function cataloguePage(
  tx: Transaction,
  of: keyof typeof LISTS,
  ownerId: Id,
  query: Query,
): Promise<Page> {
  if ((await loadRecords(tx, of, [ownerId])).length === 0) {
    throw new ProblemError('record.not_found', { kind: of });
  }
  const { column, key, search } = LISTS[of];
  const filter = filterOf(tx.tenantId, 'c.tenant_id = $1');
  filter.add(ownerId, (n) => `${column} = ${n}`);
  filter.add(query.active !== 'false', (n) => `c.active = ${n}`);
  addWords(
    filter,
    plainWords(query.q ?? ''),
    (n) => `(c.search || ' | ' || ${search}) like '%' || ${n} || '%'`,
  );
  const total = query.after === undefined ? await countOf(tx, filter) : null;
  const { where, params } = filter;
  if (query.after !== undefined) {
    params.push(...readKeyCursor(query.after));
    const [text, id] = [params.length - 1, params.length];
    where.push(`(${key} collate "C", c.id) > ($${text}::text collate "C", $${id}::bigint)`);
  }
  const limit = query.limit ?? PAGE;
  const rows = await tx.query<CatalogueItem & { orderKey: string }>(
    `select ${ITEM}, ${key} as "orderKey" from ${FROM} where ${where.join(' and ')}
     order by ${key} collate "C", c.id limit ${limit + 1}`,
    params,
  );
  const last = rows.slice(0, limit).at(-1);
  return {
    items: rows.slice(0, limit).map(({ orderKey: _, ...row }) => row),
    next: rows.length > limit && last ? keyCursor(last.id, last.orderKey) : null,
    total,
  };
}

async function countOf(tx: Transaction, { where, params }: Filter): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    `select count(*)::int as total from ${FROM} where ${where.join(' and ')}`,
    [...params],
  );
  return row!.total;
}

/** @throws ProblemError record.not_found (404): unknown, or another tenant's */
export async function catalogueItemById(tx: Transaction, id: Id): Promise<CatalogueItem> {
  const [item] = await tx.query<CatalogueItem>(
    `select ${ITEM} from ${FROM} where c.tenant_id = $1 and c.id = $2`,
    [tx.tenantId, id],
  );
  if (!item) throw new ProblemError('record.not_found', { kind: 'catalogueItem' });
  return item;
}
