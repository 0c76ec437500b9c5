/** `npm run tenant -- create NAME`: one company more in this database, and the token for its first admin. */
import { join } from 'node:path';
import { systemClock } from '#db/clock.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { readEnvironment } from './environment.ts';
import { makeTenant } from './make-tenant.ts';

const USAGE = 'Usage: npm run tenant -- create "Name of the company"\n';

/** @returns the exit code; a database that a server holds open is refused with a sentence */
export async function run([verb, ...words]: readonly string[]): Promise<number> {
  const name = words.join(' ').trim();
  if (verb !== 'create' || name === '' || name.length > 120) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const { dataDir, databaseUrl, publicOrigin } = readEnvironment(process.env);
    const database = await openDatabase({ dataDir: join(dataDir, 'pg'), databaseUrl });
    try {
      await migrate(database);
      const { id, token } = await makeTenant(database, systemClock, name);
      process.stdout.write(
        `Company ${id}, ${name}.\nMake its first admin at ${publicOrigin}/setup with the one-time token ${token} (24 hours).\n`,
      );
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'an unknown fault'}\n`);
    return 1;
  }
}
