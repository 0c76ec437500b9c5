/**
 * Versions a command was decided on, against those in the database (architecture, "Concurrency"): the history says
 * which fields changed since; disjoint edits are kept and the answer says so, overlapping ones are refused with who,
 * when and the fields.
 */

import { ProblemError } from '#contract/problem.ts';
import type { Expected } from '#contract/scalars.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideStale } from '#domain/merge.ts';
import type { Instant } from '#domain/time.ts';

type Checked = {
  readonly kind: string;
  readonly id: Id;
  readonly version: number;
  readonly touches: readonly string[];
};

/**
 * @param records what the command changes, at its present version, with the fields it is about to set
 * @returns true when somebody else's disjoint edits were kept
 * @throws ProblemError request.versions_missing (428), request.stale (412)
 */
export async function checkVersions(
  tx: Transaction,
  expected: Expected,
  records: readonly Checked[],
): Promise<boolean> {
  let merged = false;
  for (const record of records) {
    const given = expected?.find((one) => one.kind === record.kind && one.id === record.id);
    if (!given) throw new ProblemError('request.versions_missing', { kind: record.kind, id: record.id });
    if (given.version === record.version) continue;
    const changedSince = await tx.query<{ field: string; by: Id; byName: string; at: Instant }>(
      `select f.field, h.actor_id as by, coalesce(u.name, 'Truckroll') as "byName", h.at
       from company.history h
       cross join lateral (select jsonb_object_keys(h.changes || coalesce(h.personal, '{}'::jsonb)) as field) f
       left join office.users u on u.tenant_id = h.tenant_id and u.id = h.actor_id
       where h.tenant_id = $1 and h.record_kind = $2 and h.record_id = $3 and h.version > $4::bigint order by h.version desc`,
      [tx.tenantId, record.kind, record.id, given.version],
    );
    const decision = decideStale({
      expectedVersion: given.version,
      currentVersion: record.version,
      changedSince,
      touches: record.touches,
    });
    if (decision.kind === 'conflict') {
      const last = changedSince[0];
      throw new ProblemError('request.stale', {
        kind: record.kind,
        id: record.id,
        version: record.version,
        fields: decision.fields,
        by: last?.by ?? null,
        byName: last?.byName ?? null,
        at: last?.at ?? null,
      });
    }
    merged = true;
  }
  return merged;
}
