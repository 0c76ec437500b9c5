/** Telling the feed about projects: to everybody who may see them, before or after the change. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { emitChanges } from '../changes/emit.ts';
import type { CommandContext } from '../write/context.ts';
import type { Saved } from '../write/save.ts';
import { projectViews } from './queries.ts';

/** The business units of a project's jobs; null among them: it has none, so it is the whole company's. */
export type Audience = ReadonlyMap<Id, readonly (Id | null)[]>;

export async function audienceOf(tx: Transaction, ids: readonly Id[]): Promise<Audience> {
  const rows = await tx.query<{ projectId: Id; unitId: Id }>(
    `select distinct project_id as "projectId", business_unit_id as "unitId" from company.jobs
     where tenant_id = $1 and project_id = any($2::bigint[])`,
    [tx.tenantId, ids],
  );
  return new Map(
    ids.map((id) => {
      const units = rows.filter(({ projectId }) => projectId === id).map(({ unitId }) => unitId);
      return [id, units.length > 0 ? units : [null]];
    }),
  );
}

/**
 * One event per project and audience: a row of the feed has one business unit, a project the units of its jobs. Who
 * sees several gets it several times, the same record each time. `before`: who could see it until now.
 */
export async function projectsChanged(
  tx: Transaction,
  context: CommandContext,
  saved: Saved,
  ids: readonly Id[],
  type: string,
  before: Audience = new Map(),
): Promise<void> {
  const views = await projectViews(tx, ids);
  const now = await audienceOf(tx, ids);
  const fieldsOf = new Map(
    saved.changes
      .filter(({ kind }) => kind === 'project')
      .map(({ after, fields }) => [after.id, Object.keys(fields)]),
  );
  await emitChanges(
    tx,
    context,
    saved.operationId,
    views.flatMap((record) => {
      const all = new Set([...(before.get(record.id) ?? []), ...(now.get(record.id) ?? [])]);
      const told: (Id | null)[] = all.has(null) ? [null] : [...all];
      return told.map((businessUnitId) => ({
        type,
        kind: 'project',
        id: record.id,
        version: record.version,
        fields: fieldsOf.get(record.id) ?? [],
        businessUnitId,
        record,
      }));
    }),
  );
}
