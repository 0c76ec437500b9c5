/** The job's invoice as everyone may see it: totals are sums over its items, never stored (domain-rules §7). */
import type { z } from 'zod';
import type { jobInvoice } from '#contract/job.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';
import { type Item, totalOf } from './invoice-total.ts';

type JobInvoice = z.output<typeof jobInvoice>;

/** Invoices of jobs, by job id. */
export async function jobInvoices(tx: Transaction, jobIds: readonly Id[]): Promise<Map<Id, JobInvoice>> {
  const rows = await tx.query<JobInvoice & { jobId: Id; items: Item[] }>(
    planOnce(`select i.id, i.number, i.sync_status as "syncStatus", i.currency, i.job_id as "jobId",
       coalesce((select jsonb_agg(jsonb_build_object('quantity', t.quantity, 'price', t.price, 'taxable', t.taxable, 'taxRate', t.tax_rate))
         from company.invoice_items t where t.tenant_id = i.tenant_id and t.invoice_id = i.id), '[]'::jsonb) as items
     from company.invoices i where i.tenant_id = $1 and i.kind = 'Job' and i.job_id = any($2::bigint[])`),
    [tx.tenantId, jobIds],
  );
  return new Map(
    rows.map(({ jobId, items, ...invoice }) => [jobId, { ...invoice, totalCents: totalOf(items) }]),
  );
}
