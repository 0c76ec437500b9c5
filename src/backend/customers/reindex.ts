/** Customers of before 0010_customers.sql: their search terms are made anew, a few at a time while others work. */
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { loadRecords } from '../write/load.ts';
import { refreshSearch } from './commands.ts';

/** On PGlite everybody waits for so many. */
const AT_ONCE = 100;

/** One step; answers whether there is more. Their records do not change: no version, no history, no event. */
export async function reindexCustomers(database: Database): Promise<boolean> {
  const old = await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    tx.query<{ tenantId: Id; ids: Id[] }>(
      `select o.tenant_id as "tenantId", array_agg(o.id order by o.id) as ids from (
         select tenant_id, id from company.customers where terms @@ '''=old'''::tsquery limit ${AT_ONCE}
       ) o group by o.tenant_id`,
    ),
  );
  for (const { tenantId, ids } of old) {
    await database.transaction({ tenantId }, async (tx) => {
      await loadRecords(tx, 'customer', ids, { lock: true });
      await refreshSearch(tx, ids);
    });
  }
  return old.reduce((sum, { ids }) => sum + ids.length, 0) === AT_ONCE;
}
