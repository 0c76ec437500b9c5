/** The jobs and visits of a project, and what could come into it (domain-rules §2 "Finding", §3). */
import type { AppointmentView } from '#contract/job.ts';
import type { ProjectJob } from '#contract/project.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type IdPage, idPage, type PageAsk } from '../id-page.ts';
import { cardView } from '../jobs/answers.ts';
import { appointmentViews } from '../jobs/views.ts';
import { requireProject, visibleJob, visibleProject } from './visible.ts';

/** By a condition on `j`, newest first; `$1` is the tenant, `$2` the reader's units. */
async function jobRows(
  tx: Transaction,
  actor: Actor,
  where: string,
  params: readonly unknown[],
  most: number | null = null,
) {
  return tx.query<ProjectJob>(
    `select j.id, j.version, j.number, j.status, j.job_type_id as "jobTypeId", j.business_unit_id as "businessUnitId",
       j.summary, j.bill_to_customer_id as "billToCustomerId", b.name as "billToName", v.start,
       coalesce(v.names, '{}') as "technicianNames", j.completed_on as "completedOn",
       p.id as "projectId", p.number as "projectNumber"
     from company.jobs j
     join company.customers b on b.tenant_id = j.tenant_id and b.id = j.bill_to_customer_id
     left join company.projects p on p.tenant_id = j.tenant_id and p.id = j.project_id
     left join lateral (
       select a.start, (select array_agg(t.name order by s.id) from company.assignments s
           join company.technicians t on t.tenant_id = s.tenant_id and t.id = s.technician_id
           where s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active) as names
       from company.appointments a where a.tenant_id = j.tenant_id and a.job_id = j.id and a.active
       order by a.status in ('Done', 'Unused'),
         case when a.status in ('Done', 'Unused') then -extract(epoch from a.start) else extract(epoch from a.start) end
       limit 1
     ) v on true
     where j.tenant_id = $1 and ${visibleJob('$2')} and ${where} order by j.id desc ${most === null ? '' : `limit ${most}`}`,
    [tx.tenantId, actor.businessUnitIds, ...params],
  );
}

export const jobsById = (tx: Transaction, actor: Actor, ids: readonly Id[]): Promise<ProjectJob[]> =>
  jobRows(tx, actor, 'j.id = any($3::bigint[])', [ids]);

/** `where`: a condition on `j` with the project as `$3`. */
async function jobPage(
  tx: Transaction,
  actor: Actor,
  id: Id,
  where: string,
  ask: PageAsk,
): Promise<IdPage<ProjectJob>> {
  await requireProject(tx, actor, id);
  return idPage(
    ask,
    (most) =>
      jobRows(tx, actor, `${where} and ($4::bigint is null or j.id < $4)`, [id, ask.after ?? null], most),
    async () => {
      const [row] = await tx.query<{ count: number }>(
        `select count(*)::int as count from company.jobs j
         where j.tenant_id = $1 and ${visibleJob('$2')} and ${where}`,
        [tx.tenantId, actor.businessUnitIds, id],
      );
      return row!.count;
    },
  );
}

export const jobsOfProject = (tx: Transaction, actor: Actor, id: Id, ask: PageAsk) =>
  jobPage(tx, actor, id, 'j.project_id = $3', ask);

/** The other jobs at its location; those of another project say which, so that a screen can say why not. */
export const attachableJobs = (tx: Transaction, actor: Actor, id: Id, ask: PageAsk) =>
  jobPage(
    tx,
    actor,
    id,
    `j.location_id = (select location_id from company.projects where tenant_id = $1 and id = $3)
     and j.project_id is distinct from $3`,
    ask,
  );

export async function visitsOfProject(
  tx: Transaction,
  actor: Actor,
  id: Id,
  ask: PageAsk,
): Promise<IdPage<AppointmentView>> {
  await requireProject(tx, actor, id);
  const where = `a.active and j.project_id = $2 and ${visibleJob('$3')}`;
  const after = `($4::bigint is null or (a.start, a.id) >
    (select l.start, l.id from company.appointments l where l.tenant_id = $1 and l.id = $4))`;
  return idPage(
    ask,
    (most) =>
      appointmentViews(tx, `${where} and ${after}`, [id, actor.businessUnitIds, ask.after ?? null], most),
    async () => {
      const [row] = await tx.query<{ count: number }>(
        `select count(*)::int as count from company.appointments a
         join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id where a.tenant_id = $1 and ${where}`,
        [tx.tenantId, id, actor.businessUnitIds],
      );
      return row!.count;
    },
  );
}

/** @throws ProblemError record.not_found (404) of the job */
export async function projectOfJob(tx: Transaction, actor: Actor, jobId: Id) {
  await cardView(tx, actor, jobId);
  const [project] = await tx.query<{ id: Id; number: number; name: string }>(
    `select p.id, p.number, p.name from company.projects p
     join company.jobs j on j.tenant_id = p.tenant_id and j.project_id = p.id
     where p.tenant_id = $1 and j.id = $2 and ${visibleProject('$3')}`,
    [tx.tenantId, jobId, actor.businessUnitIds],
  );
  return { project: project ?? null };
}
