/** Finding returns to vendors, newest first. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { Actor } from '#contract/upstream.ts';
import type { ReturnSummary } from '#contract/vendor-return.ts';
import type { Transaction } from '#db/database.ts';
import { type Filter, filterOf } from '#db/filter.ts';
import { type IdPage, idPage } from '../id-page.ts';
import { addWords, plainWords } from '../list-words.ts';

const TABLES = `company.vendor_returns r
  join company.vendors v on v.tenant_id = r.tenant_id and v.id = r.vendor_id`;

const SUMMARY = `r.id, r.number, r.status, r.vendor_id as "vendorId", v.name as "vendorName", r.order_id as "orderId",
  o.number as "orderNumber", r.business_unit_id as "businessUnitId", r.type_id as "typeId", r.date,
  r.value_cents as "valueCents", r.value_cents - r.restocking_fee_cents as "expectedCents",
  (r.credited ->> 'cents')::bigint as "creditedCents", r.credited ->> 'number' as "creditNumber",
  r.credited ->> 'on' as "creditedOn", r.currency,
  (select count(*)::int from company.vendor_return_lines l where l.tenant_id = r.tenant_id and l.return_id = r.id)
    as "lineCount",
  coalesce(w.name, 'Truckroll') as "createdByName"`;

export async function returnPage(
  tx: Transaction,
  { actor }: { readonly actor: Actor },
  query: QueryOf<'vendorReturns.list'>,
): Promise<IdPage<ReturnSummary>> {
  const { where, params } = conditions(tx, actor, query);
  const read = (most: number) =>
    tx.query<ReturnSummary>(
      `select ${SUMMARY} from ${TABLES}
       left join company.purchase_orders o on o.tenant_id = r.tenant_id and o.id = r.order_id
       left join office.users w on w.tenant_id = r.tenant_id and w.id = (r.created ->> 'by')::bigint
       where ${where.join(' and ')} and ($${params.length + 1}::bigint is null or r.id < $${params.length + 1})
       order by r.id desc limit $${params.length + 2}`,
      [...params, query.after ?? null, most],
    );
  const count = async () => {
    const [row] = await tx.query<{ total: number }>(
      `select count(*)::int as total from ${TABLES} where ${where.join(' and ')}`,
      params,
    );
    return row!.total;
  };
  return idPage(query, read, count);
}

function conditions(tx: Transaction, actor: Actor, query: QueryOf<'vendorReturns.list'>): Filter {
  const filter = filterOf(tx.tenantId, 'r.tenant_id = $1');
  filter.add(actor.businessUnitIds, (n) => `r.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.statuses, (n) => `r.status = any(${n}::text[])`);
  filter.add(query.vendorId, (n) => `r.vendor_id = ${n}::bigint`);
  filter.add(query.orderId, (n) => `r.order_id = ${n}::bigint`);
  filter.add(query.from, (n) => `r.date >= ${n}::date`);
  filter.add(query.to, (n) => `r.date <= ${n}::date`);
  addWords(
    filter,
    plainWords(query.q ?? ''),
    (n) => `(r.search like '%' || ${n} || '%' or v.name_key like '%' || ${n} || '%')`,
  );
  return filter;
}
