/**
 * Who may see a project (domain-rules §9; ours): it belongs to the whole company as its customer and location do, but
 * one whose jobs are all of business units a person is confined from tells only of their work, and is not there. Jobs,
 * visits, counts, hours and invoices are those of the person's units.
 */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';

/** A condition on a project `p` of the tenant in `$1`; `n` is the parameter with the person's units, null for all. */
export const visibleProject = (n: string): string => `(${n}::bigint[] is null
  or not exists (select from company.jobs v where v.tenant_id = p.tenant_id and v.project_id = p.id)
  or exists (select from company.jobs v where v.tenant_id = p.tenant_id and v.project_id = p.id and v.business_unit_id = any(${n}::bigint[])))`;

/** A condition on a job `j`: of the person's units. */
export const visibleJob = (n: string): string =>
  `(${n}::bigint[] is null or j.business_unit_id = any(${n}::bigint[]))`;

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or nothing but other units' work */
export async function requireProjects(tx: Transaction, actor: Actor, ids: readonly Id[]): Promise<void> {
  const rows = await tx.query(
    `select from company.projects p where p.tenant_id = $1 and p.id = any($2::bigint[]) and ${visibleProject('$3')}`,
    [tx.tenantId, ids, actor.businessUnitIds],
  );
  if (rows.length < new Set(ids).size) throw new ProblemError('record.not_found', { kind: 'project' });
}

export const requireProject = (tx: Transaction, actor: Actor, id: Id): Promise<void> =>
  requireProjects(tx, actor, [id]);
