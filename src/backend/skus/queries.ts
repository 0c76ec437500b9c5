/** Reading SKUs: one whole with what lies where, and its ledger. On-hand is always the sum of movements. */
import { ProblemError } from '#contract/problem.ts';
import type { Sku, StockMovement } from '#contract/sku.ts';
import type { Transaction } from '#db/database.ts';
import { averageOf, type CostPool } from '#domain/bills/average-cost.ts';
import type { Id } from '#domain/ids.ts';
import { COMING_STATUSES } from '#domain/purchasing/purchase-order.ts';
import { salePriceOf } from '#domain/sku/sale-price.ts';
import { idPage, type PageAsk } from '../id-page.ts';
import { loadRecords } from '../write/load.ts';
import { markupRules } from './sale-prices.ts';

/**
 * The average as the SKU's cost is: in the company's own currency, that of its first business unit.
 * @throws ProblemError record.not_found (404): unknown, or another tenant's
 */
export async function skuById(tx: Transaction, id: Id): Promise<Sku> {
  const [row] = await tx.query<Omit<Sku, 'stock' | 'onHand' | 'averageCost' | 'salePrice'> & CostPool>(
    `select s.id, s.version, s.code, s.name, s.description, s.kind, s.unit, s.cost, s.price, s.taxable, s.serialized,
       s.gl_account_id as "glAccountId", g.number || ' ' || g.name as "glAccountName", s.external_key as "externalKey",
       s.active, coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name) order by v.name_key collate "C", v.id)
         from company.catalogue_items i
         join company.vendors v on v.tenant_id = i.tenant_id and v.id = i.vendor_id
         where i.tenant_id = s.tenant_id and i.sku_id = s.id and i.active and v.active), '[]'::jsonb) as "soldBy",
       (select coalesce(sum(greatest(0, l.quantity - coalesce((select sum(r.quantity) from company.purchase_receipt_lines r
            where r.tenant_id = l.tenant_id and r.line_id = l.id), 0))), 0)::bigint
         from company.purchase_order_lines l
         join company.purchase_orders o on o.tenant_id = l.tenant_id and o.id = l.order_id and o.status = any($3::text[])
         where l.tenant_id = s.tenant_id and l.sku_id = s.id and l.active) as "onOrder",
       coalesce(p.value_cents, 0)::bigint as "valueCents", coalesce(p.quantity, 0)::bigint as quantity,
       s.created_on as "createdOn", s.modified_on as "modifiedOn"
     from company.skus s
     left join company.gl_accounts g on g.tenant_id = s.tenant_id and g.id = s.gl_account_id
     left join lateral (select sum(e.value_cents) as value_cents, sum(e.quantity) as quantity
       from company.sku_cost_entries e where e.tenant_id = s.tenant_id and e.sku_id = s.id
         and e.currency = (select u.currency from company.business_units u where u.tenant_id = $1 order by u.id limit 1)) p on true
     where s.tenant_id = $1 and s.id = $2`,
    [tx.tenantId, id, COMING_STATUSES],
  );
  if (!row) throw new ProblemError('record.not_found', { kind: 'sku' });
  const { valueCents, quantity, ...sku } = row;
  const stock = await stockOf(tx, id);
  return {
    ...sku,
    salePrice: salePriceOf(sku, await markupRules(tx)),
    averageCost: averageOf({ valueCents, quantity }),
    onHand: stock.reduce((sum, { onHand }) => sum + onHand, 0),
    stock,
  };
}

/** Every place where some lies, or should lie, by name. */
const stockOf = (tx: Transaction, skuId: Id): Promise<Sku['stock'][number][]> =>
  tx.query<Sku['stock'][number]>(
    `with lying as (
       select inventory_location_id as place_id, sum(quantity)::bigint as on_hand from company.stock_movements
       where tenant_id = $1 and sku_id = $2 group by 1)
     select p.id as "inventoryLocationId", p.name as place, coalesce(m.on_hand, 0) as "onHand",
       case when l.id is null then null
         else jsonb_build_object('id', l.id, 'version', l.version, 'least', l.least, 'most', l.most) end as level,
       coalesce((select array_agg(t.serial order by t.serial) from company.stock_serials t where t.tenant_id = $1
         and t.sku_id = $2 and t.inventory_location_id = p.id), '{}') as serials
     from company.inventory_locations p
     left join lying m on m.place_id = p.id
     left join company.stock_levels l on l.tenant_id = p.tenant_id and l.sku_id = $2
       and l.inventory_location_id = p.id and l.active
     where p.tenant_id = $1 and (m.on_hand <> 0 or l.id is not null) order by p.name, p.id`,
    [tx.tenantId, skuId],
  );

/** @throws ProblemError record.not_found (404) for a SKU that is not there, or another tenant's */
export async function movementsOf(tx: Transaction, skuId: Id, page: PageAsk) {
  if ((await loadRecords(tx, 'sku', [skuId])).length === 0) {
    throw new ProblemError('record.not_found', { kind: 'sku' });
  }
  const read = (most: number) =>
    tx.query<StockMovement>(
      `select m.id, m.at, m.actor_id as "actorId", coalesce(u.name, 'Truckroll') as "actorName", m.kind,
         m.inventory_location_id as "inventoryLocationId", p.name as place, m.quantity,
         m.serials_in as "serialsIn", m.serials_out as "serialsOut", m.memo
       from company.stock_movements m
       join company.inventory_locations p on p.tenant_id = m.tenant_id and p.id = m.inventory_location_id
       left join office.users u on u.tenant_id = m.tenant_id and u.id = m.actor_id
       where m.tenant_id = $1 and m.sku_id = $2 and ($3::bigint is null or m.id < $3) order by m.id desc limit $4`,
      [tx.tenantId, skuId, page.after ?? null, most],
    );
  const count = async () => {
    const [row] = await tx.query<{ total: number }>(
      'select count(*)::int as total from company.stock_movements where tenant_id = $1 and sku_id = $2',
      [tx.tenantId, skuId],
    );
    return row!.total;
  };
  return idPage(page, read, count);
}

/** Of a SKU `s`, beside what lies of it: `stock.on_hand` and `stock.is_low`. */
export const SUMMARY = `s.id, s.code, s.name, s.kind, s.unit, s.cost, s.price, s.serialized, stock.on_hand as "onHand",
  stock.is_low as "isLow", s.external_key as "externalKey", s.active`;
