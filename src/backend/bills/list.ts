/** Finding bills, newest first. */
import type { BillSummary } from '#contract/bill.ts';
import type { QueryOf } from '#contract/endpoints.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { type Filter, filterOf } from '#db/filter.ts';
import { type IdPage, idPage } from '../id-page.ts';
import { addWords, plainWords } from '../list-words.ts';

export const BILL_TABLES = `company.bills b
  join company.vendors v on v.tenant_id = b.tenant_id and v.id = b.vendor_id
  join company.vendors w on w.tenant_id = b.tenant_id and w.id = b.remit_to_vendor_id
  left join company.purchase_orders o on o.tenant_id = b.tenant_id and o.id = b.order_id
  left join company.purchase_receipts r on r.tenant_id = b.tenant_id and r.id = b.receipt_id
  left join company.jobs j on j.tenant_id = o.tenant_id and j.id = o.job_id`;
export const BILL_SUMMARY = `b.id, b.version, b.number, b.kind, b.source, b.status, b.sync_status as "syncStatus",
  b.vendor_id as "vendorId", v.name as "vendorName", b.remit_to_vendor_id as "remitToVendorId",
  w.name as "remitToName", b.order_id as "orderId", o.number as "orderNumber", r.number as "receiptNumber",
  o.job_id as "jobId", j.number as "jobNumber", b.business_unit_id as "businessUnitId",
  b.vendor_invoice_number as "vendorInvoiceNumber", b.bill_date as "billDate", b.due_date as "dueDate", b.currency,
  b.payable_cents as "payableCents", b.paid_cents as "paidCents"`;

export async function billPage(
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'bills.list'>,
): Promise<IdPage<BillSummary>> {
  const filter = conditions(tx, actor, query);
  const read = (most: number) => {
    const at = filter.params.length;
    return tx.query<BillSummary>(
      `select ${BILL_SUMMARY} from ${BILL_TABLES}
       where ${filter.where.join(' and ')} and ($${at + 1}::bigint is null or b.id < $${at + 1})
       order by b.id desc limit $${at + 2}`,
      [...filter.params, query.after ?? null, most],
    );
  };
  const count = async () => {
    const [row] = await tx.query<{ total: number }>(
      `select count(*)::int as total from ${BILL_TABLES} where ${filter.where.join(' and ')}`,
      filter.params,
    );
    return row!.total;
  };
  return idPage(query, read, count);
}

function conditions(tx: Transaction, actor: Actor, query: QueryOf<'bills.list'>): Filter {
  const filter = filterOf(tx.tenantId, 'b.tenant_id = $1');
  filter.add(actor.businessUnitIds, (n) => `b.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.statuses, (n) => `b.status = any(${n}::text[])`);
  filter.add(query.syncStatuses, (n) => `b.sync_status = any(${n}::text[])`);
  filter.add(query.vendorId, (n) => `(b.vendor_id = ${n}::bigint or b.remit_to_vendor_id = ${n}::bigint)`);
  filter.add(query.orderId, (n) => `b.order_id = ${n}::bigint`);
  filter.add(query.jobId, (n) => `o.job_id = ${n}::bigint`);
  filter.add(query.projectId, (n) => `o.project_id = ${n}::bigint`);
  filter.add(query.businessUnitIds, (n) => `b.business_unit_id = any(${n}::bigint[])`);
  filter.add(
    query.vendorInvoiceNumber?.toLowerCase(),
    (n) => `(b.vendor_invoice_number <> '' and lower(b.vendor_invoice_number) = ${n})`,
  );
  filter.add(query.dueFrom, (n) => `b.due_date >= ${n}::date`);
  filter.add(query.dueTo, (n) => `b.due_date <= ${n}::date`);
  filter.add(query.unpaid && 'Reconciled', (n) => `(b.status = ${n} and b.paid_cents <> b.payable_cents)`);
  addWords(
    filter,
    plainWords(query.q ?? ''),
    (n) =>
      `(b.search like '%' || ${n} || '%' or v.name_key like '%' || ${n} || '%' or o.number::text like ${n} || '%')`,
  );
  return filter;
}
