/** What vendors are to bring and when, line by line as it is still open (domain/purchasing/deliveries.ts). */
import type { Deliveries, Delivery } from '#contract/spend.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import type { Id } from '#domain/ids.ts';
import type { Day, Instant } from '#domain/time.ts';
import { ORDER_TABLES } from './order-filter.ts';

/** More than a screen or a calendar is read for. */
const MOST_LINES = 5000;

type Asked = {
  readonly to: Day;
  /** Left out: from the first. What is overdue is told in any case. */
  readonly from?: Day | undefined;
  readonly vendorId?: Id | undefined;
  readonly businessUnitIds?: readonly Id[] | undefined;
};
type Row = Omit<Delivery, 'id' | 'lines' | 'isPromised'> &
  Delivery['lines'][number] & { readonly lineId: Id; readonly isPromised: boolean; readonly version: number };
/** With what a calendar tells a change by. */
export type KeptDelivery = Delivery & { readonly version: number; readonly modifiedOn: Instant };

const OPEN = `l.quantity - coalesce((select sum(c.quantity) from company.purchase_receipt_lines c
  where c.tenant_id = l.tenant_id and c.line_id = l.id), 0)`;

export async function deliveriesOf(
  tx: Transaction,
  { actor, now }: { readonly actor: Pick<Actor, 'businessUnitIds'>; readonly now: Instant },
  { from, to, vendorId, businessUnitIds }: Asked,
): Promise<{ readonly items: readonly KeptDelivery[]; readonly isCut: boolean }> {
  const filter = filterOf(tx.tenantId, `o.tenant_id = $1 and o.status in ('Sent', 'PartiallyReceived')`);
  filter.add(actor.businessUnitIds, (n) => `o.business_unit_id = any(${n}::bigint[])`);
  filter.add(businessUnitIds, (n) => `o.business_unit_id = any(${n}::bigint[])`);
  filter.add(vendorId, (n) => `o.vendor_id = ${n}::bigint`);
  filter.add(to, (n) => `o.next_delivery_on <= ${n}::date`);
  const at = filter.params.length;
  const rows = await tx.query<Row & { modifiedOn: Instant }>(
    `select * from (select l.id as "lineId", o.id as "orderId", o.number as "orderNumber", o.vendor_id as "vendorId",
       v.name as "vendorName", o.business_unit_id as "businessUnitId", p.name as place, o.job_id as "jobId",
       j.number as "jobNumber", coalesce(l.expected_on, o.required_on) as day, l.expected_on is not null as "isPromised",
       coalesce(l.expected_on, o.required_on) < ($${at + 1}::timestamptz at time zone u.time_zone)::date as "isOverdue",
       l.description, (${OPEN})::bigint as quantity, coalesce(s.unit, 'each') as unit, o.version,
       o.modified_on as "modifiedOn"
     from ${ORDER_TABLES}
     join company.purchase_order_lines l on l.tenant_id = o.tenant_id and l.order_id = o.id and l.active
     join company.inventory_locations p on p.tenant_id = o.tenant_id and p.id = o.inventory_location_id
     left join company.skus s on s.tenant_id = o.tenant_id and s.id = l.sku_id
     left join company.jobs j on j.tenant_id = o.tenant_id and j.id = o.job_id
     where ${filter.where.join(' and ')}) open
     where quantity > 0 and day <= $${at + 2}::date
       and (day >= coalesce($${at + 3}::date, day) or "isOverdue")
     order by day, "orderNumber", "lineId" limit ${MOST_LINES + 1}`,
    [...filter.params, now, to, from ?? null],
  );
  return { items: byOrderAndDay(rows.slice(0, MOST_LINES)), isCut: rows.length > MOST_LINES };
}

function byOrderAndDay(rows: readonly (Row & { readonly modifiedOn: Instant })[]): KeptDelivery[] {
  const found = new Map<string, KeptDelivery & { lines: Delivery['lines'] }>();
  for (const { lineId, description, quantity, unit, isPromised, ...order } of rows) {
    const key = `${order.day} ${order.orderId}`;
    const line = { id: lineId, description, quantity, unit };
    const known = found.get(key);
    if (known) known.lines.push(line);
    else found.set(key, { ...order, id: lineId, isPromised, lines: [line] });
    if (known && isPromised) found.set(key, { ...known, isPromised });
  }
  return [...found.values()];
}

/** Without what only a calendar needs. */
export const toldDeliveries = async (reading: ReturnType<typeof deliveriesOf>): Promise<Deliveries> => {
  const { items, isCut } = await reading;
  return { items: items.map(({ version: _, modifiedOn: __, ...told }) => told), isCut };
};
