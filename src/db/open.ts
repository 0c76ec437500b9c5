import type { Database } from './database.ts';
import type { DatabaseOptions } from './options.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/**
 * PostgreSQL when `databaseUrl` is given, else PGlite in `dataDir`. Rejects with a sentence for the operator: the
 * folder in use by another process, no server at that address, wrong password. Does not migrate: `migrate(db)`.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, dataDir } = options;
  if (databaseUrl) return await openPostgres({ ...options, databaseUrl });
  if (!dataDir) throw new TypeError('Neither databaseUrl nor dataDir is given');
  return await openPglite({ ...options, dataDir });
}
