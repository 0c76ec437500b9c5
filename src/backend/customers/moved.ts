import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { visibleProject } from '../projects/visible.ts';
import type { StoredRecord } from '../write/records.ts';

/**
 * How many records of each kind a merge has moved, as far as whoever merged may know of them: work of other business
 * units goes along and is not counted, or the answer would say what they do for whom (domain-rules §9).
 */
export async function visibleCounts<Kind extends string>(
  tx: Transaction,
  { businessUnitIds: units }: Pick<Actor, 'businessUnitIds'>,
  owned: ReadonlyMap<Kind, readonly StoredRecord[]>,
): Promise<Record<Kind, number>> {
  const projects = (owned.get('project' as Kind) ?? []).map(({ id }) => id);
  const seenProjects = await tx.query<{ id: Id }>(
    `select p.id from company.projects p where p.tenant_id = $1 and p.id = any($2::bigint[]) and ${visibleProject('$3')}`,
    [tx.tenantId, projects, units],
  );
  const hidden = new Set<string>();
  for (const [kind, records] of owned)
    for (const { id, businessUnitId } of records)
      if (units && businessUnitId !== undefined && !units.includes(businessUnitId as Id))
        hidden.add(`${kind} ${id}`);
  for (const id of projects) if (!seenProjects.some((one) => one.id === id)) hidden.add(`project ${id}`);
  const isSeen = (kind: Kind, { id, ownerKind, ownerId }: StoredRecord) =>
    !hidden.has(`${kind} ${id}`) && !hidden.has(`${ownerKind} ${ownerId}`);
  return Object.fromEntries(
    [...owned].map(([kind, records]) => [kind, records.filter((one) => isSeen(kind, one)).length]),
  ) as Record<Kind, number>;
}
