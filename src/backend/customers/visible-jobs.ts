import type { CustomerSummary } from '#contract/customer.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';

/**
 * Customers belong to the whole company, their jobs to units: who is confined to some is told how many jobs they can
 * see, or the count would say what other units do for whom (domain-rules §9).
 */
export async function withVisibleJobs<T extends Pick<CustomerSummary, 'id' | 'jobCount'>>(
  tx: Transaction,
  { businessUnitIds }: Pick<Actor, 'businessUnitIds'>,
  customers: readonly T[],
): Promise<readonly T[]> {
  if (businessUnitIds === null || customers.length === 0) return customers;
  const rows = await tx.query<{ id: Id; count: number }>(
    `select customer_id as id, count(*)::int as count from company.jobs
     where tenant_id = $1 and customer_id = any($2::bigint[]) and business_unit_id = any($3::bigint[]) group by customer_id`,
    [tx.tenantId, customers.map(({ id }) => id), businessUnitIds],
  );
  const countOf = new Map(rows.map(({ id, count }) => [id, count]));
  return customers.map((one) => ({ ...one, jobCount: countOf.get(one.id) ?? 0 }));
}
