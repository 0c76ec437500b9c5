/** `npm run tenant -- create NAME`: a company more on a PostgreSQL or PGlite that no server holds open. */
import { createSetupToken } from '#bff/login/first-admin.ts';
import type { Clock } from '#db/clock.ts';
import type { Database } from '#db/database.ts';

/** @returns the one-time token for its first admin */
export async function makeTenant(
  database: Database,
  clock: Clock,
  name: string,
): Promise<{ id: number; token: string }> {
  const [row] = await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query<{ id: number }>(
      'insert into office.tenants (id, name) select coalesce(max(id), 0) + 1, $1 from office.tenants returning id',
      [name],
    ),
  );
  return { id: row!.id, token: await createSetupToken(database, clock, row!.id) };
}
