/** A customer with what stands beside a call: last jobs, what was canceled lately, open invoices, pinned notes. */
import type { CustomerOverview } from '#contract/customer-overview.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import { reasonJson } from '../jobs/views.ts';
import type { CommandContext } from '../write/context.ts';
import { customerById } from './queries.ts';

const LAST_JOBS = 5;
const MOST_INVOICES = 20;
/** More is read by nobody on the phone: a landlord's fifty places may have one each. */
const MOST_NOTES = 20;
const CANCELED_WITHIN_DAYS = 30;

/** Jobs and invoices of the reader's business units only (domain-rules §9). Not found: 404. */
export async function customerOverview(
  tx: Transaction,
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
  id: Id,
): Promise<CustomerOverview> {
  const customer = await customerById(tx, id);
  const units = actor.businessUnitIds;
  const jobs = await tx.query<CustomerOverview['jobs'][number]>(
    `select j.id, j.number, j.status, j.job_type_id as "jobTypeId", j.business_unit_id as "businessUnitId",
       j.location_id as "locationId", j.summary, j.booked_on as "bookedOn",
       (select max(a.start) from company.appointments a where a.tenant_id = j.tenant_id and a.job_id = j.id and a.active) as start
     from company.jobs j
     where j.tenant_id = $1 and j.customer_id = $2 and ($3::bigint[] is null or j.business_unit_id = any($3::bigint[]))
     order by j.id desc limit ${LAST_JOBS}`,
    [tx.tenantId, id, units],
  );
  const [count] = await tx.query<{ jobs: number }>(
    `select count(*)::int as jobs from company.jobs j
     where j.tenant_id = $1 and j.customer_id = $2 and ($3::bigint[] is null or j.business_unit_id = any($3::bigint[]))`,
    [tx.tenantId, id, units],
  );
  const notes = await tx.query<CustomerOverview['notes'][number]>(
    `select n.id, case when n.owner_kind = 'location' then n.owner_id end as "locationId", n.text,
       coalesce(u.name, '') as "authorName", n.created_on as "createdOn" from company.notes n
     left join office.users u on u.tenant_id = n.tenant_id and u.id = n.author_id
     where n.tenant_id = $1 and n.pinned and n.active and (n.owner_kind = 'customer' and n.owner_id = $2
       or n.owner_kind = 'location' and n.owner_id in (select l.id from company.locations l
         where l.tenant_id = $1 and l.customer_id = $2 and l.active))
     order by n.owner_kind, n.id desc limit ${MOST_NOTES}`,
    [tx.tenantId, id],
  );
  return {
    customer,
    jobs,
    jobCount: count!.jobs,
    lastCanceled: await lastCanceled(tx, units, id, now),
    invoices: await openInvoices(tx, units, id),
    memberships: [],
    notes,
  };
}

/** A booking taken back on the spot is nobody's cancellation. */
async function lastCanceled(
  tx: Transaction,
  units: readonly Id[] | null,
  customerId: Id,
  now: Instant,
): Promise<CustomerOverview['lastCanceled']> {
  const [row] = await tx.query<NonNullable<CustomerOverview['lastCanceled']>>(
    `select j.id, j.number, j.job_type_id as "jobTypeId", j.summary, ${reasonJson('j', 'canceled')} as canceled
     from company.jobs j
     where j.tenant_id = $1 and j.customer_id = $2 and ($3::bigint[] is null or j.business_unit_id = any($3::bigint[]))
       and j.status = 'Canceled' and j.canceled->>'at' >= $4 and j.canceled->>'code' is distinct from 'booking.undone'
     order by j.canceled->>'at' desc, j.id desc limit 1`,
    [tx.tenantId, customerId, units, addMinutes(now, -CANCELED_WITHIN_DAYS * 24 * 60)],
  );
  return row ?? null;
}

/** By the ledger (domain-rules §7); what has come to nothing is left out. */
const openInvoices = (
  tx: Transaction,
  units: readonly Id[] | null,
  customerId: Id,
): Promise<CustomerOverview['invoices']> =>
  tx.query(
    `select i.id, i.number, i.job_id as "jobId", i.sync_status as "syncStatus", i.invoice_date as "invoiceDate",
       i.due_date as "dueDate", i.currency,
       coalesce(sum(e.cents) filter (where e.cause = 'Total'), 0)::bigint as "totalCents",
       sum(e.cents)::bigint as "balanceCents"
     from company.invoices i
     join company.ar_entries e on e.tenant_id = i.tenant_id and e.document_kind = 'invoice' and e.document_id = i.id
     where i.tenant_id = $1 and i.customer_id = $2 and ($3::bigint[] is null or i.business_unit_id = any($3::bigint[]))
     group by i.id, i.number, i.job_id, i.sync_status, i.invoice_date, i.due_date, i.currency
     having sum(e.cents) <> 0 order by i.due_date, i.id limit ${MOST_INVOICES}`,
    [tx.tenantId, customerId, units],
  );
