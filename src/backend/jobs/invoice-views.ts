/** The job's invoice as everyone may see it: what it comes to is in the ledger (domain-rules §7). */
import type { z } from 'zod';
import type { jobInvoice } from '#contract/job.ts';
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';

type JobInvoice = z.output<typeof jobInvoice>;

/** Invoices of jobs, by job id. */
export async function jobInvoices(tx: Transaction, jobIds: readonly Id[]): Promise<Map<Id, JobInvoice>> {
  const rows = await tx.query<JobInvoice & { jobId: Id }>(
    planOnce(`select i.id, i.number, i.sync_status as "syncStatus", i.currency, i.job_id as "jobId",
       coalesce((select sum(e.cents) from company.ar_entries e where e.tenant_id = i.tenant_id
         and e.document_kind = 'invoice' and e.document_id = i.id and e.cause = 'Total'), 0)::bigint as "totalCents"
     from company.invoices i where i.tenant_id = $1 and i.kind = 'Job' and i.job_id = any($2::bigint[])`),
    [tx.tenantId, jobIds],
  );
  return new Map(rows.map(({ jobId, ...invoice }) => [jobId, invoice]));
}
