/** What the rules of replenishment ask of the database: levels, what lies there, what comes, what jobs took. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { quantity } from '#domain/money.ts';
import { OPEN_STATUSES } from '#domain/purchasing/purchase-order.ts';
import {
  type JobGoods,
  needKey,
  RESTOCK_DAYS,
  type StockFacts,
  type StockOrder,
} from '#domain/replenishment/need.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import { grouped } from '../write/grouped.ts';

export type Place = {
  readonly skuId: Id;
  readonly skuCode: string;
  readonly skuName: string;
  readonly unit: string;
  readonly inventoryLocationId: Id;
  readonly place: string;
};
export type PlaceFacts = Place & { readonly facts: StockFacts };

type Pair = { readonly skuId: Id; readonly placeId: Id };
type Line = Pair & {
  readonly jobId: Id | null;
  readonly quantity: number;
  readonly came: number;
  readonly isOpen: boolean;
  readonly receivedAt: Instant | null;
};
type Use = Pair & { readonly jobId: Id; readonly quantity: number; readonly usedAt: Instant };

/** @param only these SKUs; left out: all that are leveled somewhere, or were used lately */
export async function stockFacts(tx: Transaction, now: Instant, only?: readonly Id[]): Promise<PlaceFacts[]> {
  const since = addMinutes(now, -RESTOCK_DAYS * 24 * 60);
  const places = await tx.query<Place & { least: number | null; most: number | null; onHand: number }>(
    `with pairs as (
       select sku_id, inventory_location_id as place_id from company.stock_levels where tenant_id = $1 and active
       union
       select sku_id, inventory_location_id from company.job_materials
       where tenant_id = $1 and taken_back_on is null and used_on >= $2)
     select s.id as "skuId", s.code as "skuCode", s.name as "skuName", s.unit, p.id as "inventoryLocationId",
       p.name as place, l.least, l.most,
       coalesce((select sum(m.quantity) from company.stock_movements m where m.tenant_id = $1 and m.sku_id = s.id
         and m.inventory_location_id = p.id), 0)::bigint as "onHand"
     from pairs
     join company.skus s on s.tenant_id = $1 and s.id = pairs.sku_id and s.active and s.kind <> 'Service'
     join company.inventory_locations p on p.tenant_id = $1 and p.id = pairs.place_id and p.active
     left join company.stock_levels l on l.tenant_id = $1 and l.sku_id = s.id and l.inventory_location_id = p.id
       and l.active
     where $3::bigint[] is null or s.id = any($3::bigint[])
     order by p.name, p.id, s.code_key collate "C", s.id`,
    [tx.tenantId, since, only ?? null],
  );
  const pairs = json(places.map(({ skuId, inventoryLocationId: placeId }) => ({ skuId, placeId })));
  const lines = grouped(await linesOf(tx, pairs, since), keyOf);
  const uses = grouped(await usesOf(tx, pairs, since), keyOf);
  const open = await openJobs(tx, [
    ...[...lines.values()].flatMap((all) => all.flatMap(({ jobId }) => (jobId === null ? [] : [jobId]))),
    ...[...uses.values()].flatMap((all) => all.map(({ jobId }) => jobId)),
  ]);
  return places.map(({ least, most, onHand, ...place }) => {
    const key = needKey(place.skuId, place.inventoryLocationId);
    const ordered = lines.get(key) ?? [];
    return {
      ...place,
      facts: {
        level: least === null || most === null ? null : { least: quantity(least), most: quantity(most) },
        onHand: quantity(onHand),
        onOrder: quantity(ordered.reduce((sum, line) => sum + stillComing(line), 0)),
        jobs: jobGoods(ordered, uses.get(key) ?? [], open),
        orders: ordered.filter(({ jobId }) => jobId === null).map(stockOrder),
      },
    };
  });
}

const keyOf = ({ skuId, placeId }: Pair): string => needKey(skuId, placeId);
const stillComing = ({ isOpen, quantity: count, came }: Line): number =>
  isOpen ? Math.max(0, count - came) : 0;
const stockOrder = (line: Line): StockOrder => ({
  quantity: quantity(line.quantity),
  arrivedAt: line.receivedAt,
});

function jobGoods(lines: readonly Line[], uses: readonly Use[], open: ReadonlySet<Id>): JobGoods[] {
  const ordered = grouped(
    lines.filter(({ jobId }) => jobId !== null),
    ({ jobId }) => jobId!,
  );
  const used = new Map(uses.map((use) => [use.jobId, use]));
  return [...new Set([...ordered.keys(), ...used.keys()])].map((jobId) => ({
    ordered: quantity((ordered.get(jobId) ?? []).reduce((sum, line) => sum + line.quantity, 0)),
    used: quantity(used.get(jobId)?.quantity ?? 0),
    usedAt: used.get(jobId)?.usedAt ?? null,
    isOpen: open.has(jobId),
  }));
}

const PAIRS = 'jsonb_to_recordset($2::jsonb) as w("skuId" bigint, "placeId" bigint)';

/** Of orders that stand: all of a job's, and of the others what comes or came lately. */
const linesOf = (tx: Transaction, pairs: unknown, since: Instant): Promise<Line[]> =>
  tx.query<Line>(
    `select w."skuId", w."placeId", o.job_id as "jobId", l.quantity, o.status = any($3::text[]) as "isOpen",
       coalesce((select sum(r.quantity) from company.purchase_receipt_lines r where r.tenant_id = l.tenant_id
         and r.line_id = l.id), 0)::bigint as came, o.received ->> 'at' as "receivedAt"
     from ${PAIRS}
     join company.purchase_order_lines l on l.tenant_id = $1 and l.sku_id = w."skuId" and l.active
     join company.purchase_orders o on o.tenant_id = l.tenant_id and o.id = l.order_id
       and o.inventory_location_id = w."placeId" and o.status <> 'Canceled'
       and (o.job_id is not null or o.received is null or (o.received ->> 'at')::timestamptz >= $4)`,
    [tx.tenantId, pairs, OPEN_STATUSES, since],
  );

/** A job that used something lately is told with all it used, so that its own orders are held against all of it. */
const usesOf = (tx: Transaction, pairs: unknown, since: Instant): Promise<Use[]> =>
  tx.query<Use>(
    `select w."skuId", w."placeId", m.job_id as "jobId", sum(m.quantity)::bigint as quantity,
       company.iso(max(m.used_on)) as "usedAt"
     from ${PAIRS}
     join company.job_materials m on m.tenant_id = $1 and m.sku_id = w."skuId" and m.inventory_location_id = w."placeId"
       and m.taken_back_on is null
     group by 1, 2, 3
     having max(m.used_on) >= $3
       or exists (select from company.purchase_orders o where o.tenant_id = $1 and o.job_id = m.job_id
         and o.status <> 'Canceled')`,
    [tx.tenantId, pairs, since],
  );

async function openJobs(tx: Transaction, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: Id }>(
    `select id from company.jobs where tenant_id = $1 and id = any($2::bigint[]) and completed_on is null
       and canceled is null`,
    [tx.tenantId, [...new Set(ids)]],
  );
  return new Set(rows.map(({ id }) => id));
}
