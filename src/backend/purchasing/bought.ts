/** What was bought of a vendor and how punctual it was; what a SKU cost on every order (issue 5, part 1). */
import { ProblemError } from '#contract/problem.ts';
import type { PricePaid, VendorBought } from '#contract/spend.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import type { Id } from '#domain/ids.ts';
import { ORDERED_STATUSES } from '#domain/purchasing/spend.ts';
import type { Day, Instant } from '#domain/time.ts';
import { type Arrival, punctuality } from '#domain/vendor/on-time.ts';
import { loadRecords } from '../write/load.ts';
import { ORDER_TABLES, RECEIPT_CENTS } from './order-filter.ts';

type Asking = { readonly actor: Actor; readonly now: Instant };

/** The year up to a day of the unit's, as the list counts receipts of days. */
const TODAY = (n: string) => `(${n}::timestamptz at time zone u.time_zone)::date`;
const RECEIPTS = `${ORDER_TABLES} join company.purchase_receipts r on r.tenant_id = o.tenant_id and r.order_id = o.id
  and r.canceled is null`;

/** @throws ProblemError record.not_found (404): unknown, or another tenant's */
export async function vendorBought(
  tx: Transaction,
  { actor, now }: Asking,
  vendorId: Id,
): Promise<VendorBought> {
  if ((await loadRecords(tx, 'vendor', [vendorId])).length === 0)
    throw new ProblemError('record.not_found', { kind: 'vendor' });
  const filter = filterOf(tx.tenantId, 'o.tenant_id = $1');
  filter.add(vendorId, (n) => `o.vendor_id = ${n}::bigint`);
  filter.add(actor.businessUnitIds, (n) => `o.business_unit_id = any(${n}::bigint[])`);
  const where = filter.where.join(' and ');
  const at = `$${filter.params.length + 1}`;
  const years = await tx.query<VendorBought['years'][number]>(
    `select extract(year from r.received_on)::int as year, o.currency, sum(${RECEIPT_CENTS})::bigint as "receivedCents"
     from ${RECEIPTS} where ${where} group by 1, 2 order by 1 desc, 2`,
    filter.params,
  );
  const lastYear = await tx.query<VendorBought['lastYear'][number]>(
    `select o.currency, sum(${RECEIPT_CENTS})::bigint as "receivedCents" from ${RECEIPTS}
     where ${where} and r.received_on > (${TODAY(at)} - interval '1 year')::date group by 1 order by 1`,
    [...filter.params, now],
  );
  const arrivals = await tx.query<Arrival>(
    `select l.expected_on as "expectedOn", r.received_on as "receivedOn", count(*)::int as lines
     from ${RECEIPTS}
     join company.purchase_receipt_lines c on c.tenant_id = r.tenant_id and c.receipt_id = r.id and c.quantity > 0
     join company.purchase_order_lines l on l.tenant_id = c.tenant_id and l.id = c.line_id
     where ${where} and r.received_on > (${TODAY(at)} - interval '1 year')::date group by 1, 2`,
    [...filter.params, now],
  );
  return { years, lastYear, onTime: punctuality(arrivals) };
}

const MOST_PRICES = 200;

/** The newest first; of one vendor alone where one is asked for. @throws ProblemError record.not_found (404) */
export async function pricesOf(
  tx: Transaction,
  { actor }: Asking,
  skuId: Id,
  { vendorId }: { readonly vendorId?: Id | undefined },
): Promise<{ items: PricePaid[] }> {
  if ((await loadRecords(tx, 'sku', [skuId])).length === 0)
    throw new ProblemError('record.not_found', { kind: 'sku' });
  const filter = filterOf(tx.tenantId, 'o.tenant_id = $1');
  filter.add(skuId, (n) => `l.sku_id = ${n}::bigint`);
  filter.add(vendorId, (n) => `o.vendor_id = ${n}::bigint`);
  filter.add(ORDERED_STATUSES, (n) => `o.status = any(${n}::text[])`);
  filter.add(actor.businessUnitIds, (n) => `o.business_unit_id = any(${n}::bigint[])`);
  const items = await tx.query<PricePaid & { date: Day }>(
    `select l.id, o.id as "orderId", o.number as "orderNumber", o.vendor_id as "vendorId", v.name as "vendorName",
       o.date, l.quantity, l.cost, o.currency
     from ${ORDER_TABLES}
     join company.purchase_order_lines l on l.tenant_id = o.tenant_id and l.order_id = o.id and l.active
     where ${filter.where.join(' and ')} order by o.date desc, o.id desc, l.position limit ${MOST_PRICES}`,
    filter.params,
  );
  return { items };
}
