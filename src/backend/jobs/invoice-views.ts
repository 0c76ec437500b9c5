/** The job's invoice as everyone may see it: totals are sums over its items, never stored (domain-rules §7). */
import type { z } from 'zod';
import type { jobInvoice } from '#contract/job.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type Cents, cents, lineTotal, quantity, rate, taxOf, unitPrice } from '#domain/money.ts';

type JobInvoice = z.output<typeof jobInvoice>;
type Item = { quantity: number; price: number; taxable: boolean; taxRate: number };

/** Invoices of jobs, by job id. Tax is rounded per line (domain-rules §7). */
export async function jobInvoices(tx: Transaction, jobIds: readonly Id[]): Promise<Map<Id, JobInvoice>> {
  const rows = await tx.query<JobInvoice & { jobId: Id; items: Item[] }>(
    `select i.id, i.number, i.sync_status as "syncStatus", i.currency, i.job_id as "jobId",
       coalesce((select jsonb_agg(jsonb_build_object('quantity', t.quantity, 'price', t.price, 'taxable', t.taxable, 'taxRate', t.tax_rate))
         from company.invoice_items t where t.tenant_id = i.tenant_id and t.invoice_id = i.id), '[]'::jsonb) as items
     from company.invoices i where i.tenant_id = $1 and i.kind = 'Job' and i.job_id = any($2::bigint[])`,
    [tx.tenantId, jobIds],
  );
  return new Map(
    rows.map(({ jobId, items, ...invoice }) => [jobId, { ...invoice, totalCents: totalOf(items) }]),
  );
}

function totalOf(items: readonly Item[]): Cents {
  let total = cents(0);
  for (const item of items) {
    const line = lineTotal(quantity(item.quantity), unitPrice(item.price));
    const tax = item.taxable ? taxOf(line, rate(item.taxRate)) : cents(0);
    total = cents(total + line + tax);
  }
  return total;
}
