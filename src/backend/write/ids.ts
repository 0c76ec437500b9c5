/** Ids and people's numbers, many at once. */
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Id } from '#domain/ids.ts';

/** `count` new ids, never used before in this database. */
export async function newIds(tx: Transaction, count: number): Promise<Id[]> {
  if (count === 0) return [];
  // In one row: a load takes 90,000 of them, and each row is a message of its own.
  const [taken] = await tx.query<{ ids: Id[] }>(
    planOnce(`select array_agg(nextval('company.ids')) as ids from generate_series(1, $1::int)`),
    [count],
  );
  return taken!.ids;
}

/**
 * The next `count` numbers of a counter of the tenant (`job`, `invoice`); the first is returned. The counter's row is
 * locked until the transaction ends, so numbers have no gaps but those of transactions that failed.
 */
export async function takeNumbers(tx: Transaction, name: string, count: number): Promise<number> {
  const rows = await tx.query<{ first: number }>(
    planOnce(`insert into company.counters as c (tenant_id, name, next) values ($1, $2, 1000 + $3::bigint)
     on conflict (tenant_id, name) do update set next = c.next + $3::bigint
     returning next - $3::bigint as first`),
    [tx.tenantId, name, count],
  );
  return rows[0]!.first;
}
