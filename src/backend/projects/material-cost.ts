/** What a project's materials cost so far: bills of its orders, and what its jobs took from the shelves besides (domain-rules §3, §6). */
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { costOfUse } from '#domain/bills/average-cost.ts';
import type { Id } from '#domain/ids.ts';
import { addCents, type Cents, cents, quantity, type UnitPrice } from '#domain/money.ts';
import { stockCost } from '#domain/project/materials.ts';

/** Its own orders and those of its jobs, of units the reader sees, in the project's currency. */
const ORDERS = `select o.id, o.job_id from company.purchase_orders o
  left join company.jobs j on j.tenant_id = o.tenant_id and j.id = o.job_id
  where o.tenant_id = $1 and (o.project_id = $2 or j.project_id = $2) and o.currency = $3
    and ($4::bigint[] is null or o.business_unit_id = any($4::bigint[]))`;

/** A bill that waits for its paper counts with what is expected of it; a credit takes away. */
export async function materialCost(
  tx: Transaction,
  { businessUnitIds }: Actor,
  projectId: Id,
  currency: string,
): Promise<Cents> {
  const params = [tx.tenantId, projectId, currency, businessUnitIds];
  const [billed] = await tx.query<{ cents: number }>(
    `with orders as (${ORDERS})
     select coalesce(sum(b.payable_cents), 0)::bigint as cents from company.bills b
     where b.tenant_id = $1 and b.status <> 'Canceled' and b.order_id in (select id from orders)`,
    params,
  );
  const received = await tx.query<{ jobId: Id; skuId: Id; quantity: number }>(
    `with orders as (${ORDERS})
     select o.job_id as "jobId", l.sku_id as "skuId", sum(r.quantity)::bigint as quantity from orders o
     join company.purchase_order_lines l on l.tenant_id = $1 and l.order_id = o.id and l.sku_id is not null
     join company.purchase_receipt_lines r on r.tenant_id = $1 and r.line_id = l.id
     where o.job_id is not null group by 1, 2`,
    params,
  );
  const used = await tx.query<{
    jobId: Id;
    skuId: Id;
    quantity: number;
    cost: UnitPrice;
    valueCents: number;
    bought: number;
  }>(
    `select m.job_id as "jobId", m.sku_id as "skuId", m.quantity, s.cost,
       coalesce(p.value_cents, 0)::bigint as "valueCents", coalesce(p.quantity, 0)::bigint as bought
     from company.job_materials m
     join company.jobs j on j.tenant_id = m.tenant_id and j.id = m.job_id and j.project_id = $2
     join company.business_units u on u.tenant_id = j.tenant_id and u.id = j.business_unit_id and u.currency = $3
     join company.skus s on s.tenant_id = m.tenant_id and s.id = m.sku_id
     left join lateral (select sum(e.value_cents) as value_cents, sum(e.quantity) as quantity
       from company.sku_cost_entries e where e.tenant_id = m.tenant_id and e.sku_id = m.sku_id and e.currency = $3) p on true
     where m.tenant_id = $1 and m.taken_back_on is null
       and ($4::bigint[] is null or j.business_unit_id = any($4::bigint[])) order by m.id`,
    params,
  );
  const fromStock = used.map(({ cost, valueCents, bought, ...one }) => ({
    ...one,
    unitCost: costOfUse({ valueCents: cents(valueCents), quantity: quantity(bought) }, cost),
  }));
  return addCents(cents(billed!.cents), stockCost(fromStock, received));
}
