/**
 * What was ordered and what came in a span of days, by vendor, type, unit, job, project or technician. Narrowed as the
 * list is, so that the orders behind a row add up to it (`receivedCents`, `totalCents`).
 */
import type { QueryOf } from '#contract/endpoints.ts';
import type { OrderSpend, SpendRow } from '#contract/spend.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { ORDERED_STATUSES, type SpendBy } from '#domain/purchasing/spend.ts';
import type { Instant } from '#domain/time.ts';
import { inDays, ORDER_TABLES, orderConditions, RECEIPT_CENTS } from './order-filter.ts';

/** The column a row is of, and what people call it. */
const GROUPS: Readonly<Record<SpendBy, { readonly column: string; readonly name: string }>> = {
  vendor: { column: 'vendor_id', name: named('vendors', 'x.name') },
  type: { column: 'type_id', name: named('purchase_order_types', 'x.name') },
  businessUnit: { column: 'business_unit_id', name: named('business_units', 'x.name') },
  job: { column: 'job_id', name: named('jobs', 'x.number::text') },
  project: { column: 'project_id', name: named('projects', 'x.number::text') },
  technician: { column: 'technician_id', name: named('technicians', 'x.name') },
};
function named(table: string, name: string): string {
  return `(select ${name} from company.${table} x where x.tenant_id = $1 and x.id = both_.key)`;
}

export async function orderSpend(
  tx: Transaction,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
  { by, from, to, ...query }: QueryOf<'purchaseOrders.spend'>,
): Promise<OrderSpend> {
  const filter = orderConditions(tx, actor, now, query);
  const { column, name } = GROUPS[by];
  const at = filter.params.length;
  const [first, last, statuses] = [`$${at + 1}`, `$${at + 2}`, `$${at + 3}`];
  const items = await tx.query<SpendRow>(
    `with wanted as (select o.id, o.tenant_id, o.${column} as key, o.currency, o.total_cents, o.status, o.date
       from ${ORDER_TABLES} where ${filter.where.join(' and ')}),
     ordered as (select o.key, o.currency, count(*) as orders, sum(o.total_cents) as amount from wanted o
       where o.status = any(${statuses}::text[]) and o.date >= ${first}::date and o.date <= ${last}::date
       group by o.key, o.currency),
     came as (select o.key, o.currency, count(distinct o.id) as orders, sum(${RECEIPT_CENTS}) as amount
       from wanted o join company.purchase_receipts r on r.tenant_id = o.tenant_id and r.order_id = o.id
         and r.canceled is null and ${inDays(first, last)}
       group by o.key, o.currency),
     both_ as (select key, currency, sum(ordered) as ordered, sum(ordered_orders) as ordered_orders,
         sum(received) as received, sum(received_orders) as received_orders
       from (select key, currency, amount as ordered, orders as ordered_orders, 0 as received, 0 as received_orders
           from ordered
         union all select key, currency, 0, 0, amount, orders from came) parts
       group by key, currency)
     select both_.key, ${name} as name, both_.currency, both_.ordered::bigint as "orderedCents",
       both_.ordered_orders::int as "orderedOrders", both_.received::bigint as "receivedCents",
       both_.received_orders::int as "receivedOrders"
     from both_ order by both_.received desc, both_.ordered desc, both_.key, both_.currency`,
    [...filter.params, from, to, ORDERED_STATUSES],
  );
  return { items };
}
