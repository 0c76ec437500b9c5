/** Finding purchase orders, newest first. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { OrderSummary } from '#contract/purchase-order.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { type Filter, filterOf, likeWord } from '#db/filter.ts';
import type { Instant } from '#domain/time.ts';
import { type IdPage, idPage } from '../id-page.ts';
import { plainWords } from '../vendors/search-text.ts';

const MOST_WORDS = 8;
const TABLES = `company.purchase_orders o
  join company.vendors v on v.tenant_id = o.tenant_id and v.id = o.vendor_id
  join company.business_units u on u.tenant_id = o.tenant_id and u.id = o.business_unit_id`;

/** The vendor has it and the day it was asked for is over; `n`: the parameter with the moment. */
const overdue = (n: string): string =>
  `(o.status in ('Sent', 'PartiallyReceived') and o.required_on < (${n}::timestamptz at time zone u.time_zone)::date)`;

export async function orderPage(
  tx: Transaction,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
  query: QueryOf<'purchaseOrders.list'>,
): Promise<IdPage<OrderSummary>> {
  const filter = conditions(tx, actor, now, query);
  const read = (most: number) => {
    const params = [...filter.params, now, query.after ?? null, most];
    const at = filter.params.length;
    return tx.query<OrderSummary>(
      `select ${summary(`$${at + 1}`)} from ${TABLES}
       left join company.jobs j on j.tenant_id = o.tenant_id and j.id = o.job_id
       left join company.projects p on p.tenant_id = o.tenant_id and p.id = o.project_id
       left join office.users w on w.tenant_id = o.tenant_id and w.id = (o.created ->> 'by')::bigint
       where ${filter.where.join(' and ')} and ($${at + 2}::bigint is null or o.id < $${at + 2})
       order by o.id desc limit $${at + 3}`,
      params,
    );
  };
  const count = async () => {
    const [row] = await tx.query<{ total: number }>(
      `select count(*)::int as total from ${TABLES} where ${filter.where.join(' and ')}`,
      filter.params,
    );
    return row!.total;
  };
  return idPage(query, read, count);
}

const summary = (now: string): string => `o.id, o.number, o.status, o.approval ->> 'status' as approval,
  o.vendor_id as "vendorId", v.name as "vendorName", o.type_id as "typeId", o.business_unit_id as "businessUnitId",
  o.inventory_location_id as "inventoryLocationId", o.job_id as "jobId", j.number as "jobNumber",
  o.project_id as "projectId", p.number as "projectNumber", o.technician_id as "technicianId", o.date,
  o.required_on as "requiredOn", o.expected_on as "expectedOn", ${overdue(now)} as "isOverdue",
  o.total_cents as "totalCents", o.currency,
  (select count(*)::int from company.purchase_order_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id
    and l.active) as "lineCount",
  coalesce(w.name, 'Truckroll') as "createdByName",
  coalesce((select array_agg(r.vendor_invoice_number order by r.number) from company.purchase_receipts r
    where r.tenant_id = o.tenant_id and r.order_id = o.id and r.canceled is null and r.vendor_invoice_number <> ''),
    case when o.vendor_invoice_number = '' then '{}' else array[o.vendor_invoice_number] end) as "vendorInvoiceNumbers"`;

function conditions(
  tx: Transaction,
  actor: Actor,
  now: Instant,
  query: QueryOf<'purchaseOrders.list'>,
): Filter {
  const filter = filterOf(tx.tenantId, 'o.tenant_id = $1');
  filter.add(actor.businessUnitIds, (n) => `o.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.statuses, (n) => `o.status = any(${n}::text[])`);
  filter.add(query.approval, (n) => `o.approval ->> 'status' = ${n}`);
  filter.add(query.vendorId, (n) => `o.vendor_id = ${n}::bigint`);
  filter.add(query.typeIds, (n) => `o.type_id = any(${n}::bigint[])`);
  filter.add(query.businessUnitIds, (n) => `o.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.jobId, (n) => `o.job_id = ${n}::bigint`);
  filter.add(query.projectId, (n) => `o.project_id = ${n}::bigint`);
  filter.add(query.technicianId, (n) => `o.technician_id = ${n}::bigint`);
  filter.add(query.from, (n) => `o.date >= ${n}::date`);
  filter.add(query.to, (n) => `o.date <= ${n}::date`);
  filter.add(query.overdue && now, overdue);
  filter.add(
    query.skuId,
    (n) => `exists (select 1 from company.purchase_order_lines l where l.tenant_id = o.tenant_id
      and l.order_id = o.id and l.active and l.sku_id = ${n}::bigint)`,
  );
  const words = plainWords(query.q ?? '').split(' ');
  for (const word of words.filter(Boolean).slice(0, MOST_WORDS)) {
    filter.add(
      likeWord(word),
      (n) => `(o.search like '%' || ${n} || '%' or v.name_key like '%' || ${n} || '%')`,
    );
  }
  return filter;
}
