/**
 * Forgetting the oldest part of the change feed, which carries whole records and would outgrow all other tables. What
 * was written, by whom and when stays in history and audit.
 */
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant } from '#domain/time.ts';

/**
 * An open stream is seconds behind. A week is what a laptop taken on holiday may be; it is told to start over anyway
 * when it missed too much (`read.ts`), so longer would only serve exports that do not exist yet.
 */
const FEED_KEPT_DAYS = 7;

/**
 * Rows a transaction deletes: on PGlite everybody waits for that long. Measured with records of 1.6 kB on a machine at
 * load 10: 500 take 60 ms (median; slowest of 20: 202).
 */
export const FORGOTTEN_AT_ONCE = 200;

/**
 * One small step: of each company the oldest changes, as far as all before them are old too, so that what is left has
 * no gaps. Answers whether there is more. As the owner of the tables: the application's role may not delete from the
 * feed (R61), so that nothing a request does can hide a change.
 */
export async function forgetChanges(database: Database, now: Instant): Promise<boolean> {
  const before = addMinutes(now, -FEED_KEPT_DAYS * 24 * 60);
  const tenants = await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    tx.query<{ id: Id }>('select id from office.tenants order by id'),
  );
  let more = false;
  for (const { id } of tenants) {
    const gone = await database.transaction({ tenantId: 'system' }, (tx) => forgetOf(tx, id, before));
    more ||= gone === FORGOTTEN_AT_ONCE;
  }
  return more;
}

/** Rows and mark in one statement: no reader sees the one without the other. */
async function forgetOf(tx: Transaction, tenantId: Id, before: Instant): Promise<number> {
  const [row] = await tx.query<{ gone: number }>(
    `with oldest as (
       select id, at from company.changes where tenant_id = $1 order by id limit $3
     ), gone as (
       delete from company.changes c using oldest o where c.tenant_id = $1 and c.id = o.id
         and o.id < coalesce((select min(id) from oldest where at >= $2), 9223372036854775807)
       returning c.id
     ), marked as (
       insert into company.changes_forgotten as f (tenant_id, up_to)
       select $1::bigint, max(id) from gone having count(*) > 0
       on conflict (tenant_id) do update set up_to = greatest(f.up_to, excluded.up_to)
     )
     select count(*) as gone from gone`,
    [tenantId, before, FORGOTTEN_AT_ONCE],
  );
  return row!.gone;
}
