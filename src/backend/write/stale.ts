/**
 * Versions a command was decided on, against those in the database (architecture, "Concurrency"): the history says
 * which fields changed since; disjoint edits are kept and the answer says so, overlapping ones are refused with who,
 * when, the fields and what they are now.
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
  /** Fields whose values whoever asks may not see: they are told that it changed, not to what. */
  readonly hides?: readonly string[];
  /** Changed along with another record: compared if the caller has seen it, not asked for if not. */
  readonly isAlong?: boolean;
};

/** A field somebody has changed since, and what it is now. */
type Changed = {
  readonly field: string;
  readonly by: Id;
  readonly byName: string;
  readonly at: Instant;
  readonly now: unknown;
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
    if (!given && record.isAlong) continue;
    if (!given) throw new ProblemError('request.versions_missing', { kind: record.kind, id: record.id });
    if (given.version === record.version) continue;
    const changedSince = await tx.query<Changed>(
      `select f.key as field, h.actor_id as by, coalesce(u.name, 'Truckroll') as "byName", h.at, f.value -> 1 as now
       from company.history h
       cross join lateral jsonb_each(h.changes || coalesce(h.personal, '{}'::jsonb)) f
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
        fields: newestOf(decision.fields, record.hides ?? []),
        by: last?.by ?? null,
        byName: last?.byName ?? null,
        at: last?.at ?? null,
      });
    }
    merged = true;
  }
  return merged;
}

/** Each field once, as it was changed last (they come newest first), without values that are not this reader's. */
function newestOf(changes: readonly Changed[], hides: readonly string[]): Omit<Changed, 'now'>[] {
  const newest = changes.filter(({ field }, at) => changes.findIndex((one) => one.field === field) === at);
  return newest.map(({ now, ...one }) => (hides.includes(one.field) ? one : { ...one, now }));
}
