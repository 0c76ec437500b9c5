/** Finding SKUs: by words, kind, and what lies of them. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { SkuSummary } from '#contract/sku.ts';
import type { Transaction } from '#db/database.ts';
import { type Filter, filterOf } from '#db/filter.ts';
import { salePriceOf } from '#domain/sku/sale-price.ts';
import { keyCursor, readKeyCursor } from '../key-cursor.ts';
import { addWords, plainWords } from '../list-words.ts';
import { SUMMARY } from './queries.ts';
import { markupRules } from './sale-prices.ts';

const PAGE = 100;

type Page = { items: SkuSummary[]; next: string | null; total: number | null };

/** What lies anywhere, and whether that is below the least of any place: asked for the rows shown, or for all to filter. */
const STOCK = `lateral (select
    coalesce((select sum(m.quantity) from company.stock_movements m where m.tenant_id = s.tenant_id and m.sku_id = s.id),
      0)::bigint as on_hand,
    exists (select 1 from company.stock_levels l where l.tenant_id = s.tenant_id and l.sku_id = s.id and l.active
      and l.least > coalesce((select sum(m.quantity) from company.stock_movements m where m.tenant_id = s.tenant_id
        and m.sku_id = s.id and m.inventory_location_id = l.inventory_location_id), 0)) as is_low) stock`;

/** By code, in keyset pages; `total` counts all that match, on the first page only. */
export async function skuPage(tx: Transaction, query: QueryOf<'skus.list'>): Promise<Page> {
  const filter = conditions(tx, query);
  const total = query.after === undefined ? await countOf(tx, filter) : null;
  const { where, params } = filter;
  if (query.after !== undefined) {
    params.push(...readKeyCursor(query.after));
    where.push(
      `(s.code_key collate "C", s.id) > ($${params.length - 1}::text collate "C", $${params.length}::bigint)`,
    );
  }
  const limit = query.limit ?? PAGE;
  const rows = await tx.query<Omit<SkuSummary, 'salePrice'> & { codeKey: string }>(
    `select ${SUMMARY}, s.code_key as "codeKey" from company.skus s cross join ${STOCK} where ${where.join(' and ')}
     order by s.code_key collate "C", s.id limit ${limit + 1}`,
    params,
  );
  const last = rows.slice(0, limit).at(-1);
  const rules = await markupRules(tx);
  return {
    items: rows
      .slice(0, limit)
      .map(({ codeKey: _, ...row }) => ({ ...row, salePrice: salePriceOf(row, rules) })),
    next: rows.length > limit && last ? keyCursor(last.id, last.codeKey) : null,
    total,
  };
}

function conditions(tx: Transaction, query: QueryOf<'skus.list'>): Filter {
  const filter = filterOf(tx.tenantId, 's.tenant_id = $1');
  filter.add(query.active !== 'false', (n) => `s.active = ${n}`);
  filter.add(query.kinds, (n) => `s.kind = any(${n}::text[])`);
  if (query.stock === 'low') filter.where.push('stock.is_low');
  if (query.stock === 'some') filter.where.push('stock.on_hand <> 0');
  addWords(filter, plainWords(query.q ?? ''), (n) => `s.search like '%' || ${n} || '%'`);
  return filter;
}

async function countOf(tx: Transaction, { where, params }: Filter): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    `select count(*)::int as total from company.skus s cross join ${STOCK} where ${where.join(' and ')}`,
    [...params],
  );
  return row!.total;
}
