/**
 * Run as a process of its own by tests that kill it. `writer DATA_DIR`: writes pairs of rows for ever and prints each
 * number once its commit is acknowledged. `holder DATA_DIR`: opens the database and waits. `migrator DATA_DIR FOLDER`:
 * migrates, and prints notifications and `begins STEP` when it sends a step. DATA_DIR may be a postgres:// URL. Says why on
 * stderr and exits with 1.
 */
import type { Database } from '#db/database.ts';
import { type Migration, migrate, readMigrations } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';

const [mode, data = '', folder] = process.argv.slice(2);

try {
  const database = await openDatabase(
    data.startsWith('postgres:') ? { databaseUrl: data } : { dataDir: data },
  );
  console.log('open');
  if (mode === 'migrator') {
    database.onNotify((payload) => console.log(payload));
    await migrate(tellingSteps(database, await readMigrations(folder)), folder);
    console.log('migrated');
    await database.close();
  } else if (mode === 'holder') {
    process.stdin.resume();
  } else {
    for (let number = 1; ; number++) {
      const [written] = await database.transaction({ tenantId: 'system' }, async (tx) => {
        const rows = await tx.query<{ id: number }>('insert into job (note) values ($1) returning id', [
          'x'.repeat(number % 500),
        ]);
        await tx.query('insert into job_audit (job_id) values ($1)', [rows[0]!.id]);
        return rows;
      });
      process.stdout.write(`${written!.id}\n`);
    }
  }
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

function tellingSteps(database: Database, steps: Migration[]): Database {
  return {
    ...database,
    transaction: (scope, work) =>
      database.transaction(scope, (tx) =>
        work({
          ...tx,
          script(text) {
            const step = steps.find(({ sql }) => sql === text);
            const sent = tx.script(text);
            if (step) process.stdout.write(`begins ${step.name}\n`);
            return sent;
          },
        }),
      ),
  };
}
