/** Whether the parts of jobs are in, by the rules (`domain/job/parts-in.ts`), for the jobs an order was made for. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { JobStatus } from '#domain/job/job-card.ts';
import { type PartsOrder, type PartsVisit, partsInSince } from '#domain/job/parts-in.ts';
import type { Instant } from '#domain/time.ts';

export type JobPartsIn = {
  readonly jobId: Id;
  readonly jobNumber: number;
  readonly customerName: string;
  readonly status: JobStatus;
  readonly since: Instant | null;
};
type Row = Omit<JobPartsIn, 'since'> & {
  readonly seenOn: Instant | null;
  readonly orders: PartsOrder[];
  readonly visits: PartsVisit[];
};

/** @param of these jobs, or all open ones of these units (null: of all) of which something came */
export async function sinceOf(
  tx: Transaction,
  of: { readonly jobIds: readonly Id[] } | { readonly units: readonly Id[] | null },
): Promise<JobPartsIn[]> {
  const [where, param] =
    'jobIds' in of
      ? ['j.id = any($2::bigint[])', of.jobIds]
      : [
          `($2::bigint[] is null or j.business_unit_id = any($2::bigint[]))
           and j.status not in ('Completed', 'Canceled') and j.id in (select o.job_id from company.purchase_orders o
             where o.tenant_id = $1 and o.job_id is not null and o.received is not null)`,
          of.units,
        ];
  const rows = await tx.query<Row>(
    `select j.id as "jobId", j.number as "jobNumber", c.name as "customerName", j.status,
       company.iso(s.seen_on) as "seenOn",
       (select coalesce(jsonb_agg(jsonb_build_object('status', o.status, 'received', o.received -> 'at')), '[]'::jsonb)
        from company.purchase_orders o where o.tenant_id = j.tenant_id and o.job_id = j.id) as orders,
       (select coalesce(jsonb_agg(jsonb_build_object('status', a.status, 'start', company.iso(a.start),
          'bookedOn', company.iso(a.created_on), 'isStaffed', exists (select from company.assignments x
            where x.tenant_id = a.tenant_id and x.appointment_id = a.id and x.active))), '[]'::jsonb)
        from company.appointments a where a.tenant_id = j.tenant_id and a.job_id = j.id and a.active) as visits
     from company.jobs j
     join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
     left join company.parts_in_seen s on s.tenant_id = j.tenant_id and s.job_id = j.id
     where j.tenant_id = $1 and ${where}`,
    [tx.tenantId, param],
  );
  return rows.map(({ seenOn, orders, visits, ...job }) => ({
    ...job,
    since: partsInSince({ jobStatus: job.status, orders, visits, seenOn }),
  }));
}
