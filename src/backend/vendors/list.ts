/** Finding vendors: by words, tags, payment term and how orders reach them. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { VendorSummary } from '#contract/vendor.ts';
import type { Transaction } from '#db/database.ts';
import { type Filter, filterOf } from '#db/filter.ts';
import { keyCursor, readKeyCursor } from '../key-cursor.ts';
import { addWords, plainWords } from '../list-words.ts';
import { SUMMARY } from './queries.ts';

const PAGE = 100;

type Page = { items: VendorSummary[]; next: string | null; total: number | null };

/** By name, in keyset pages; `total` counts all that match, on the first page only. */
export async function vendorPage(tx: Transaction, query: QueryOf<'vendors.list'>): Promise<Page> {
  const filter = conditions(tx, query);
  const total = query.after === undefined ? await countOf(tx, filter) : null;
  const { where, params } = filter;
  if (query.after !== undefined) {
    params.push(...readKeyCursor(query.after));
    const [key, id] = [params.length - 1, params.length];
    where.push(`(v.name_key collate "C", v.id) > ($${key}::text collate "C", $${id}::bigint)`);
  }
  const limit = query.limit ?? PAGE;
  const rows = await tx.query<VendorSummary & { nameKey: string }>(
    `select ${SUMMARY}, v.name_key as "nameKey" from company.vendors v where ${where.join(' and ')}
     order by v.name_key collate "C", v.id limit ${limit + 1}`,
    params,
  );
  const last = rows.slice(0, limit).at(-1);
  return {
    items: rows.slice(0, limit).map(({ nameKey: _, ...row }) => row),
    next: rows.length > limit && last ? keyCursor(last.id, last.nameKey) : null,
    total,
  };
}

function conditions(tx: Transaction, query: QueryOf<'vendors.list'>): Filter {
  const filter = filterOf(tx.tenantId, 'v.tenant_id = $1');
  filter.add(query.active !== 'false', (n) => `v.active = ${n}`);
  filter.add(query.tagIds, (n) => `v.tag_ids && ${n}::bigint[]`);
  filter.add(query.paymentTermId, (n) => `v.payment_term_id = ${n}`);
  filter.add(query.deliveryOptions, (n) => `v.delivery_option = any(${n}::text[])`);
  addWords(filter, plainWords(query.q ?? ''), (n) => `v.search like '%' || ${n} || '%'`);
  return filter;
}

async function countOf(tx: Transaction, { where, params }: Filter): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    `select count(*)::int as total from company.vendors v where ${where.join(' and ')}`,
    [...params],
  );
  return row!.total;
}
