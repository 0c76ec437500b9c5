/** Reading a project, and the company's lists for projects. */

import { ProblemError } from '#contract/problem.ts';
import type { ProjectCard, ProjectSetup, ProjectView } from '#contract/project.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { JobStatus } from '#domain/job/job-card.ts';
import { progressOf } from '#domain/project/progress.ts';
import { STREET_AND_CITY } from '../customers/address-text.ts';
import { visibleJob, visibleProject } from './visible.ts';

/** The clock at the project's location: its own, else that of the unit which does its first job, else of the first unit. */
export const ZONE = `coalesce(l.time_zone,
  (select u.time_zone from company.jobs z join company.business_units u on u.tenant_id = z.tenant_id and u.id = z.business_unit_id
    where z.tenant_id = p.tenant_id and z.project_id = p.id order by z.id limit 1),
  (select u.time_zone from company.business_units u where u.tenant_id = p.tenant_id and u.active order by u.id limit 1), 'UTC')`;

const PROJECT = `p.id, p.version, p.number, p.name, p.description, p.type_id as "typeId", p.customer_id as "customerId",
  c.name as "customerName", p.location_id as "locationId", ${STREET_AND_CITY} as address,
  p.bill_to_customer_id as "billToCustomerId", b.name as "billToName", p.status_id as "statusId",
  p.sub_status_id as "subStatusId", p.starts_on as "startsOn", p.target_completion as "targetCompletion",
  p.actual_completion as "actualCompletion", p.manager_user_ids as "managerUserIds",
  p.manager_technician_ids as "managerTechnicianIds", p.tag_ids as "tagIds", p.custom_fields as "customFields",
  p.external_key as "externalKey", p.currency, ${ZONE} as "timeZone", p.active, p.created_on as "createdOn",
  p.modified_on as "modifiedOn"`;

export const FROM_PROJECT = `from company.projects p
  join company.customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
  join company.customers b on b.tenant_id = p.tenant_id and b.id = p.bill_to_customer_id
  join company.locations l on l.tenant_id = p.tenant_id and l.id = p.location_id`;

/** Jobs by status: `{"Scheduled": 2}`; `n`: the parameter with the reader's units. */
export const COUNTS = (n: string): string =>
  `(select coalesce(jsonb_object_agg(s.status, s.count), '{}'::jsonb) from (select j.status, count(*)::int as count
      from company.jobs j where j.tenant_id = p.tenant_id and j.project_id = p.id and ${visibleJob(n)} group by j.status) s)`;

export type Counts = Partial<Record<JobStatus, number>>;

/** Projects by id, in id order, whoever may see them. */
export async function projectViews(tx: Transaction, ids: readonly Id[]): Promise<ProjectView[]> {
  return tx.query<ProjectView>(
    `select ${PROJECT} ${FROM_PROJECT} where p.tenant_id = $1 and p.id = any($2::bigint[]) order by p.id`,
    [tx.tenantId, ids],
  );
}

/** @throws ProblemError record.not_found (404) */
export async function projectCard(tx: Transaction, actor: Actor, id: Id): Promise<ProjectCard> {
  const [row] = await tx.query<ProjectView & { counts: Counts }>(
    `select ${PROJECT}, ${COUNTS('$3')} as counts ${FROM_PROJECT}
     where p.tenant_id = $1 and p.id = $2 and ${visibleProject('$3')}`,
    [tx.tenantId, id, actor.businessUnitIds],
  );
  if (!row) throw new ProblemError('record.not_found', { kind: 'project' });
  const { counts, ...project } = row;
  return { project, progress: progressOf(counts) };
}

export async function projectSetup(tx: Transaction): Promise<ProjectSetup> {
  const named = (alias: string) => `'id', ${alias}.id, 'name', ${alias}.name, 'active', ${alias}.active`;
  const [row] = await tx.query<ProjectSetup>(
    `select
       coalesce((select jsonb_agg(jsonb_build_object(${named('s')}, 'closes', s.closes, 'subStatuses',
           coalesce((select jsonb_agg(jsonb_build_object(${named('u')}) order by u.position, u.id)
             from company.project_sub_statuses u where u.tenant_id = s.tenant_id and u.status_id = s.id), '[]'::jsonb))
         order by s.position, s.id) from company.project_statuses s where s.tenant_id = $1), '[]'::jsonb) as statuses,
       coalesce((select jsonb_agg(jsonb_build_object(${named('t')}) order by lower(t.name) collate "C", t.id)
         from company.project_types t where t.tenant_id = $1), '[]'::jsonb) as types,
       coalesce((select jsonb_agg(jsonb_build_object(${named('o')}) order by lower(o.name) collate "C", o.id)
         from office.users o where o.tenant_id = $1), '[]'::jsonb) as users`,
    [tx.tenantId],
  );
  return row!;
}
