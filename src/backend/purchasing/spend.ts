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
import { PAGE } from '../id-page.ts';
import { badCursor, keyCursor, readKeyCursor } from '../key-cursor.ts';
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
  { by, from, to, limit = PAGE, after, ...query }: QueryOf<'purchaseOrders.spend'>,
): Promise<OrderSpend> {
  const filter = orderConditions(tx, actor, now, query);
  const { column, name } = GROUPS[by];
  const n = (at: number) => `$${filter.params.length + at}`;
  const [first, last, statuses, most] = [n(1), n(2), n(3), n(4)];
  // The most received first, which is the least below none; the row of those without a job as if of job 0.
  const place = `(-both_.received, -both_.ordered, coalesce(both_.key, 0), both_.currency collate "C")`;
  const rows = await tx.query<SpendRow & { readonly total: number }>(
    `with wanted as (select o.id, o.tenant_id, o.${column} as key, o.currency, o.total_cents, o.status, o.date
       from ${ORDER_TABLES} where ${filter.where.join(' and ')}),
     ordered as (select o.key, o.currency, count(*) as orders, sum(o.total_cents) as amount from wanted o
       where o.status = any(${statuses}::text[]) and o.date >= ${first}::date and o.date <= ${last}::date
       group by o.key, o.currency),
     came as (select o.key, o.currency, count(distinct o.id) as orders, sum(${RECEIPT_CENTS}) as amount
       from wanted o join company.purchase_receipts r on r.tenant_id = o.tenant_id and r.order_id = o.id
         and r.canceled is null and ${inDays(first, last)}
       group by o.key, o.currency),
     rows_ as (select key, currency, sum(ordered) as ordered, sum(ordered_orders) as ordered_orders,
         sum(received) as received, sum(received_orders) as received_orders
       from (select key, currency, amount as ordered, orders as ordered_orders, 0 as received, 0 as received_orders
           from ordered
         union all select key, currency, 0, 0, amount, orders from came) parts
       group by key, currency),
     both_ as (select *, count(*) over ()::int as total from rows_)
     select both_.total, both_.key, ${name} as name, both_.currency, both_.ordered::bigint as "orderedCents",
       both_.ordered_orders::int as "orderedOrders", both_.received::bigint as "receivedCents",
       both_.received_orders::int as "receivedOrders"
     from both_ where ${n(5)}::bigint is null or ${place}
       > (-${n(5)}::bigint, -${n(6)}::bigint, ${n(7)}::bigint, ${n(8)}::text)
     order by ${place} limit ${most}`,
    [
      ...filter.params,
      from,
      to,
      ORDERED_STATUSES,
      limit + 1,
      ...(after === undefined ? NOWHERE : placeIn(after)),
    ],
  );
  const end = rows.length > limit ? rows[limit - 1]! : null;
  return {
    items: rows.slice(0, limit).map(({ total: _, ...row }) => row),
    next: end && keyCursor(end.key ?? 0, `${end.receivedCents} ${end.orderedCents} ${end.currency}`),
    total: after === undefined ? (rows[0]?.total ?? 0) : null,
  };
}

const NOWHERE = [null, null, null, null];
/** @throws ProblemError request.invalid (400) */
function placeIn(after: string): (string | number)[] {
  const [place, key] = readKeyCursor(after);
  const parts = /^(-?\d{1,15}) (-?\d{1,15}) ([A-Z]{3})$/.exec(place);
  if (!parts) throw badCursor();
  return [Number(parts[1]), Number(parts[2]), key, parts[3]!];
}
