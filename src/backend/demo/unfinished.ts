/** A first load that was cut off leaves half a company: it is emptied, and the load starts from nothing. */
import type { Database } from '#db/database.ts';

export async function clearUnfinishedDemo(database: Database): Promise<void> {
  await database.transaction({ tenantId: 'system', deadlineMs: 60_000 }, async (tx) => {
    const [demo] = await tx.query<{ complete: boolean }>('select complete from office.demo for update');
    if (!demo || demo.complete) return;
    // Nobody can have signed in: the server listens only after the load.
    const tables = await tx.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('office', 'company') and table_type = 'BASE TABLE'`,
    );
    await tx.query(`truncate ${tables.map((table) => table.name).join(', ')}`);
  });
}
