/** Finding purchase orders, newest first. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { OrderSummary } from '#contract/order-summary.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Instant } from '#domain/time.ts';
import { type IdPage, idPage } from '../id-page.ts';
import { ORDER_TABLES, orderConditions, overdue, receivedCents } from './order-filter.ts';

export async function orderPage(
  tx: Transaction,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
  query: QueryOf<'purchaseOrders.list'>,
): Promise<IdPage<OrderSummary>> {
  const filter = orderConditions(tx, actor, now, query);
  const read = (most: number) => {
    const span = [query.receivedFrom ?? null, query.receivedTo ?? null];
    const params = [...filter.params, now, query.after ?? null, most, ...span];
    const at = filter.params.length;
    return tx.query<OrderSummary>(
      `select ${summary(`$${at + 1}`)}, ${receivedCents(`$${at + 4}`, `$${at + 5}`)} as "receivedCents"
       from ${ORDER_TABLES}
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
      `select count(*)::int as total from ${ORDER_TABLES} where ${filter.where.join(' and ')}`,
      filter.params,
    );
    return row!.total;
  };
  return idPage(query, read, count);
}

const summary = (
  now: string,
): string => `o.id, o.version, o.number, o.status, o.approval ->> 'status' as approval,
  case when o.status <> 'Pending' then null when o.sending is not null then 'Sending' else (
    select 'Failed' from company.purchase_order_sends s where s.tenant_id = o.tenant_id and s.state = 'Failed'
      and s.id = (select max(t.id) from company.purchase_order_sends t
        where t.tenant_id = o.tenant_id and t.order_id = o.id)) end as mail,
  o.vendor_id as "vendorId", v.name as "vendorName", o.type_id as "typeId", o.business_unit_id as "businessUnitId",
  o.inventory_location_id as "inventoryLocationId", o.job_id as "jobId", j.number as "jobNumber",
  o.project_id as "projectId", p.number as "projectNumber", o.technician_id as "technicianId", o.date,
  o.required_on as "requiredOn", o.expected_on as "expectedOn",
  o.next_delivery_on as "nextDeliveryOn", ${overdue(now)} as "isOverdue",
  o.total_cents as "totalCents", o.currency,
  (select count(*)::int from company.purchase_order_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id
    and l.active) as "lineCount",
  coalesce(w.name, 'Truckroll') as "createdByName",
  coalesce((select array_agg(r.vendor_invoice_number order by r.number) from company.purchase_receipts r
    where r.tenant_id = o.tenant_id and r.order_id = o.id and r.canceled is null and r.vendor_invoice_number <> ''),
    case when o.vendor_invoice_number = '' then '{}' else array[o.vendor_invoice_number] end) as "vendorInvoiceNumbers"`;
