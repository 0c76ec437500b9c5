/** A kept answer shows records as they were when it was given; who asks again may see less by now (R9, R40). */
import { ProblemError } from '#contract/problem.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type OwnerRef, ownerOf } from '../notes/owners.ts';
import { requireProject } from '../projects/visible.ts';

/**
 * Throws `record.not_found` (404) when the answer names a job or a project, what a note or file hangs on, or anything of
 * a business unit, that this person cannot see any more: they were confined since, or the job has moved to another unit.
 */
export async function checkStillVisible(tx: Transaction, actor: Actor, body: unknown): Promise<void> {
  const units = actor.businessUnitIds;
  if (units === null) return;
  const named = namedIn(body);
  const jobs = await tx.query<{ businessUnitId: Id }>(
    `select business_unit_id as "businessUnitId" from company.jobs where tenant_id = $1 and id = any($2::bigint[])`,
    [tx.tenantId, [...named.jobIds]],
  );
  const seen = [...named.unitIds, ...jobs.map((job) => job.businessUnitId)];
  if (seen.some((unit) => !units.includes(unit))) throw new ProblemError('record.not_found', { kind: 'job' });
  for (const id of named.projectIds) await requireProject(tx, actor, id);
  for (const { ownerKind, ownerId } of named.owners) await ownerOf(tx, actor, ownerKind, ownerId);
}

type Named = { jobIds: Set<Id>; unitIds: Set<Id>; projectIds: Set<Id>; owners: OwnerRef[] };
const nothing = (): Named => ({ jobIds: new Set(), unitIds: new Set(), projectIds: new Set(), owners: [] });

/** Whatever the shape of the answer: unit, job, project and owner at any depth, and the id of a `job` or `project`. */
function namedIn(body: unknown, found = nothing()): Named {
  if (typeof body !== 'object' || body === null) return found;
  const { ownerKind, ownerId } = body as { ownerKind?: unknown; ownerId?: unknown };
  if (typeof ownerKind === 'string' && typeof ownerId === 'number')
    found.owners.push({ ownerKind: ownerKind as OwnerRef['ownerKind'], ownerId });
  for (const [key, value] of Object.entries(body)) {
    if (key === 'businessUnitId' && typeof value === 'number') found.unitIds.add(value);
    if (key === 'jobId' && typeof value === 'number') found.jobIds.add(value);
    if (key === 'job' && typeof value?.id === 'number') found.jobIds.add(value.id);
    if (key === 'projectId' && typeof value === 'number') found.projectIds.add(value);
    if (key === 'project' && typeof value?.id === 'number') found.projectIds.add(value.id);
    namedIn(value, found);
  }
  return found;
}
