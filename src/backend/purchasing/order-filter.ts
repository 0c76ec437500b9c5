/** What orders are narrowed to, the same for the list and for what was spent: a sum and its rows never disagree. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { type Filter, filterOf } from '#db/filter.ts';
import type { Instant } from '#domain/time.ts';
import { addWords, plainWords } from '../list-words.ts';

export const ORDER_TABLES = `company.purchase_orders o
  join company.vendors v on v.tenant_id = o.tenant_id and v.id = o.vendor_id
  join company.business_units u on u.tenant_id = o.tenant_id and u.id = o.business_unit_id`;

/** The vendor has it, and the first day anything open of it was awaited is over; `n`: the parameter with the moment. */
export const overdue = (n: string): string =>
  `(o.status in ('Sent', 'PartiallyReceived') and o.next_delivery_on < (${n}::timestamptz at time zone u.time_zone)::date)`;

/** Of receipts `r` that stand. */
const STANDS = 'r.tenant_id = o.tenant_id and r.order_id = o.id and r.canceled is null';
/** "Reading falls back" (§5): the order's own number counts while no receipt has one. */
const hasInvoice = (n: string): string => `(exists (select 1 from company.purchase_receipts r
    where ${STANDS} and lower(r.vendor_invoice_number) = lower(${n}::text))
  or lower(o.vendor_invoice_number) = lower(${n}::text) and not exists (select 1 from company.purchase_receipts r
    where ${STANDS} and r.vendor_invoice_number <> ''))`;

const WITHOUT = {
  job: 'o.job_id is null',
  project: 'o.project_id is null',
  technician: 'o.technician_id is null',
} as const;

/**
 * What one receipt `r` brought, in cents: its lines at the order's costs, each rounded by itself (`lineTotal`), and the
 * tax and freight that came with them.
 */
export const RECEIPT_CENTS = `(r.tax_cents + r.shipping_cents + coalesce((
  select sum(round(c.quantity::numeric * l.cost / 1000000)) from company.purchase_receipt_lines c
  join company.purchase_order_lines l on l.tenant_id = c.tenant_id and l.id = c.line_id
  where c.tenant_id = r.tenant_id and c.receipt_id = r.id), 0))`;

/** What came of an order between two days, both counted and each may be null. */
export const receivedCents = (from: string, to: string): string =>
  `coalesce((select sum(${RECEIPT_CENTS}) from company.purchase_receipts r
    where ${STANDS} and ${inDays(from, to)}), 0)::bigint`;

export const inDays = (from: string, to: string): string =>
  `(${from}::date is null or r.received_on >= ${from}::date) and (${to}::date is null or r.received_on <= ${to}::date)`;

export function orderConditions(
  tx: Transaction,
  actor: Actor,
  now: Instant,
  query: Omit<QueryOf<'purchaseOrders.list'>, 'limit' | 'after'>,
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
  if (query.without !== undefined) filter.where.push(WITHOUT[query.without]);
  filter.add(query.currency, (n) => `o.currency = ${n}`);
  filter.add(query.from, (n) => `o.date >= ${n}::date`);
  filter.add(query.to, (n) => `o.date <= ${n}::date`);
  filter.add(query.requiredFrom, (n) => `o.required_on >= ${n}::date`);
  filter.add(query.requiredTo, (n) => `o.required_on <= ${n}::date`);
  filter.add(query.expectedFrom, (n) => `o.next_delivery_on >= ${n}::date`);
  filter.add(query.expectedTo, (n) => `o.next_delivery_on <= ${n}::date`);
  addReceived(filter, query);
  filter.add(query.invoice, hasInvoice);
  filter.add(query.notInvoice, (n) => `not ${hasInvoice(n)}`);
  filter.add(query.overdue && now, overdue);
  filter.add(
    query.skuId,
    (n) => `exists (select 1 from company.purchase_order_lines l where l.tenant_id = o.tenant_id
      and l.order_id = o.id and l.active and l.sku_id = ${n}::bigint)`,
  );
  addWords(
    filter,
    plainWords(query.q ?? ''),
    (n) => `(o.search like '%' || ${n} || '%' or v.name_key like '%' || ${n} || '%')`,
  );
  return filter;
}

/** Something came between those days. */
function addReceived(
  filter: Filter,
  { receivedFrom, receivedTo }: Pick<QueryOf<'purchaseOrders.list'>, 'receivedFrom' | 'receivedTo'>,
): void {
  if (receivedFrom === undefined && receivedTo === undefined) return;
  filter.params.push(receivedFrom ?? null, receivedTo ?? null);
  const at = filter.params.length;
  filter.where.push(
    `exists (select 1 from company.purchase_receipts r where ${STANDS} and ${inDays(`$${at - 1}`, `$${at}`)})`,
  );
}
