/** Finding jobs (domain-rules §2, "Finding"): any appointment in a range, completed in a range, by customer, technician, status, text. */
import type { QueryOf } from '#contract/endpoints.ts';
import type { JobSummary } from '#contract/job.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { filterOf } from '#db/filter.ts';
import { STREET_AND_CITY } from '../customers/address-text.ts';
import { folded } from '../customers/search-text.ts';
import { addWords } from '../list-words.ts';

const PAGE = 100;

/** Newest first; `after` is the last job id shown. `total` counts all that match, on the first page only. */
export async function jobPage(
  tx: Transaction,
  actor: Actor,
  query: QueryOf<'jobs.list'>,
): Promise<{ items: JobSummary[]; next: string | null; total: number | null }> {
  const { where, params, add } = filterOf(tx.tenantId, 'j.tenant_id = $1');
  add(actor.businessUnitIds, (n) => `j.business_unit_id = any(${n}::bigint[])`);
  add(query.businessUnitIds, (n) => `j.business_unit_id = any(${n}::bigint[])`);
  add(query.status, (n) => `j.status = any(${n}::text[])`);
  add(query.jobTypeIds, (n) => `j.job_type_id = any(${n}::bigint[])`);
  add(query.tagIds, (n) => `j.tag_ids && ${n}::bigint[]`);
  add(query.projectId, (n) => `j.project_id = ${n}`);
  add(query.originalJobId, (n) => `(j.recall_for_job_id = ${n} or j.warranty_for_job_id = ${n})`);
  add(query.customerId, (n) => `j.customer_id = ${n}`);
  add(query.locationId, (n) => `j.location_id = ${n}`);
  add(query.completedFrom, (n) => `j.completed_on >= ${n}`);
  add(query.completedTo, (n) => `j.completed_on < ${n}`);
  add(
    query.technicianId,
    (n) => `exists (select from company.appointments a
        join company.assignments s on s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active
        where a.tenant_id = j.tenant_id and a.job_id = j.id and a.active and s.technician_id = ${n})`,
  );
  if (query.from || query.to) {
    const from = query.from ?? '1990-01-01T00:00:00.000Z';
    params.push(from, query.to ?? '2100-01-01T00:00:00.000Z');
    where.push(`exists (select from company.appointments a where a.tenant_id = j.tenant_id and a.job_id = j.id and a.active
      and a.start < $${params.length} and a."end" > $${params.length - 1})`);
  }
  addWords(
    { add },
    folded(query.q ?? ''),
    (
      n,
    ) => `(j.number::text = ${n} or j.summary ilike '%' || ${n} || '%' or exists (select from company.customers c
        where c.tenant_id = j.tenant_id and c.id = j.customer_id and c.search like '%' || ${n} || '%'))`,
  );
  const total = query.after === undefined ? await countOf(tx, where, params) : null;
  if (query.after !== undefined) {
    if (!/^\d{1,15}$/.test(query.after)) {
      throw new ProblemError('request.invalid', {}, [{ path: 'after', code: 'cursor', message: '' }]);
    }
    add(query.after, (n) => `j.id < ${n}`);
  }
  const limit = query.limit ?? PAGE;
  params.push(limit + 1);
  const items = await tx.query<JobSummary>(
    `select j.id, j.number, j.status, j.job_type_id as "jobTypeId", j.business_unit_id as "businessUnitId", j.priority,
       j.summary, j.customer_id as "customerId", c.name as "customerName",
       ${STREET_AND_CITY} as address,
       v.start, v."end", coalesce(v.names, '{}') as "technicianNames", j.tag_ids as "tagIds", j.booked_on as "bookedOn",
       j.completed_on as "completedOn"
     from company.jobs j
     join company.customers c on c.tenant_id = j.tenant_id and c.id = j.customer_id
     join company.locations l on l.tenant_id = j.tenant_id and l.id = j.location_id
     left join lateral (
       select a.start, a."end", (select array_agg(t.name order by s.id) from company.assignments s
           join company.technicians t on t.tenant_id = s.tenant_id and t.id = s.technician_id
           where s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active) as names
       from company.appointments a where a.tenant_id = j.tenant_id and a.job_id = j.id and a.active
       order by a.status in ('Done', 'Unused'), case when a.status in ('Done', 'Unused') then -extract(epoch from a.start) else extract(epoch from a.start) end limit 1
     ) v on true
     where ${where.join(' and ')} order by j.id desc limit $${params.length}`,
    params,
  );
  const shown = items.slice(0, limit);
  return { items: shown, next: items.length > limit ? String(shown.at(-1)!.id) : null, total };
}

async function countOf(
  tx: Transaction,
  where: readonly string[],
  params: readonly unknown[],
): Promise<number> {
  const [row] = await tx.query<{ total: number }>(
    `select count(*)::int as total from company.jobs j where ${where.join(' and ')}`,
    params,
  );
  return row!.total;
}
