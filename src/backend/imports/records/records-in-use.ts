/** Which of the records an import has made are leaned on by something it has not made in the same row. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { ImportChange } from './write-records.ts';

/** As `kind id`. A canceled job leans on nothing. */
export async function recordsInUse(
  tx: Transaction,
  changes: readonly ImportChange[],
): Promise<ReadonlySet<string>> {
  const made = (kind: string): Id[] =>
    changes.filter((one) => one.created && one.kind === kind).map(({ id }) => id);
  const [customers, locations, contacts] = [made('customer'), made('location'), made('contact')];
  if (customers.length + locations.length === 0) return new Set();
  const rows = await tx.query<{ kind: string; id: Id }>(
    `select 'customer' as kind, u.id from (
       select customer_id as id from company.locations where tenant_id = $1 and customer_id = any($2::bigint[]) and active and id <> all($3::bigint[])
       union select customer_id from company.contacts where tenant_id = $1 and customer_id = any($2::bigint[]) and active and id <> all($4::bigint[])
       union select customer_id from company.jobs where tenant_id = $1 and customer_id = any($2::bigint[]) and status <> 'Canceled'
       union select bill_to_customer_id from company.jobs where tenant_id = $1 and bill_to_customer_id = any($2::bigint[]) and status <> 'Canceled'
       union select customer_id from company.projects where tenant_id = $1 and customer_id = any($2::bigint[])
       union select bill_to_customer_id from company.projects where tenant_id = $1 and bill_to_customer_id = any($2::bigint[])
       union select i.customer_id from company.invoices i
         left join company.jobs j on j.tenant_id = i.tenant_id and j.id = i.job_id
         where i.tenant_id = $1 and i.customer_id = any($2::bigint[]) and j.status is distinct from 'Canceled'
       union select customer_id from company.calls where tenant_id = $1 and customer_id = any($2::bigint[])
       union select customer_id from company.notes where tenant_id = $1 and customer_id = any($2::bigint[]) and active
       union select customer_id from company.files where tenant_id = $1 and customer_id = any($2::bigint[]) and active
     ) u
     union all
     select 'location', u.id from (
       select location_id as id from company.jobs where tenant_id = $1 and location_id = any($3::bigint[]) and status <> 'Canceled'
       union select location_id from company.projects where tenant_id = $1 and location_id = any($3::bigint[])
       union select owner_id from company.notes where tenant_id = $1 and owner_kind = 'location' and owner_id = any($3::bigint[]) and active
       union select owner_id from company.files where tenant_id = $1 and owner_kind = 'location' and owner_id = any($3::bigint[]) and active
       union select location_id from company.contacts where tenant_id = $1 and location_id = any($3::bigint[]) and active and id <> all($4::bigint[])
     ) u`,
    [tx.tenantId, customers, locations, contacts],
  );
  return new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
}
