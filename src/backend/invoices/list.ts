/** Finding invoices, newest first. What each comes to and what is left of it are sums of the ledger. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { InvoiceSummary } from '#contract/invoice.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { type Filter, filterOf } from '#db/filter.ts';
import type { Instant } from '#domain/time.ts';
import { type IdPage, idPage } from '../id-page.ts';
import { addWords, plainWords } from '../list-words.ts';

export const INVOICE_TABLES = `company.invoices i
  join company.customers c on c.tenant_id = i.tenant_id and c.id = i.customer_id
  join company.business_units u on u.tenant_id = i.tenant_id and u.id = i.business_unit_id
  left join company.jobs j on j.tenant_id = i.tenant_id and j.id = i.job_id
  left join company.projects p on p.tenant_id = i.tenant_id and p.id = coalesce(i.project_id, j.project_id)`;
/** Beside `INVOICE_TABLES`: asked for the rows that are shown alone. */
export const INVOICE_SUMS = `left join lateral (
    select sum(e.cents) filter (where e.cause = 'Total') as total, sum(e.cents) as balance from company.ar_entries e
    where e.tenant_id = i.tenant_id and e.document_kind = 'invoice' and e.document_id = i.id) s on true`;
export const INVOICE_SUMMARY = `i.id, i.version, i.number, i.kind, i.membership_event as event,
  i.customer_id as "customerId", c.name as "customerName", i.job_id as "jobId", j.number as "jobNumber",
  p.id as "projectId", p.number as "projectNumber", p.name as "projectName", i.business_unit_id as "businessUnitId",
  i.invoice_date as "invoiceDate", i.due_date as "dueDate", i.currency, coalesce(s.total, 0)::bigint as "totalCents",
  coalesce(s.balance, 0)::bigint as "balanceCents", i.sync_status as "syncStatus", i.review_status as "reviewStatus",
  i.voided is not null as "isVoid"`;

export async function invoicePage(
  tx: Transaction,
  actor: Actor,
  now: Instant,
  query: QueryOf<'invoices.list'>,
): Promise<IdPage<InvoiceSummary>> {
  const filter = conditions(tx, actor, now, query);
  const read = (most: number) => {
    const at = filter.params.length;
    return tx.query<InvoiceSummary>(
      `select ${INVOICE_SUMMARY} from ${INVOICE_TABLES} ${INVOICE_SUMS}
       where ${filter.where.join(' and ')} and ($${at + 1}::bigint is null or i.id < $${at + 1})
       order by i.id desc limit $${at + 2}`,
      [...filter.params, query.after ?? null, most],
    );
  };
  const count = async () => {
    const [row] = await tx.query<{ total: number }>(
      `select count(*)::int as total from ${INVOICE_TABLES} where ${filter.where.join(' and ')}`,
      filter.params,
    );
    return row!.total;
  };
  return idPage(query, read, count);
}

/** One pass over the ledger, whatever else is asked: its sums are kept nowhere. */
const OWED = `i.id in (select e.document_id from company.ar_entries e where e.tenant_id = $1
  and e.document_kind = 'invoice' group by e.document_id having sum(e.cents) > 0)`;

function conditions(tx: Transaction, actor: Actor, now: Instant, query: QueryOf<'invoices.list'>): Filter {
  const filter = filterOf(tx.tenantId, 'i.tenant_id = $1');
  filter.add(actor.businessUnitIds, (n) => `i.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.kinds, (n) => `i.kind = any(${n}::text[])`);
  filter.add(query.syncStatuses, (n) => `i.sync_status = any(${n}::text[])`);
  filter.add(query.reviewStatuses, (n) => `i.review_status = any(${n}::text[])`);
  filter.add(query.customerId, (n) => `i.customer_id = ${n}::bigint`);
  filter.add(query.jobId, (n) => `i.job_id = ${n}::bigint`);
  filter.add(query.projectId, (n) => `p.id = ${n}::bigint`);
  filter.add(query.businessUnitIds, (n) => `i.business_unit_id = any(${n}::bigint[])`);
  filter.add(query.from, (n) => `i.invoice_date >= ${n}::date`);
  filter.add(query.to, (n) => `i.invoice_date <= ${n}::date`);
  filter.add(query.dueFrom, (n) => `i.due_date >= ${n}::date`);
  filter.add(query.dueTo, (n) => `i.due_date <= ${n}::date`);
  if (query.unpaid || query.overdue) filter.where.push(OWED);
  filter.add(query.overdue && now, (n) => `i.due_date < (${n}::timestamptz at time zone u.time_zone)::date`);
  addWords(
    filter,
    plainWords(query.q ?? ''),
    (n) =>
      `(i.search like '%' || ${n} || '%' or c.name_key like '%' || ${n} || '%' or j.number::text like ${n} || '%')`,
  );
  return filter;
}
