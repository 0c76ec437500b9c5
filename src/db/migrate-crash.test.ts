import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildChildProgram, type Program } from '#testing/child-program.ts';
import { openTestDatabase, TEST_DATABASE_URL } from '#testing/databases.ts';
import { clonePgliteTemplate } from '#testing/pglite-template.ts';
import { createFromPostgresTemplate } from '#testing/postgres-template.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';

vi.setConfig({ testTimeout: 400_000, hookTimeout: 120_000 });

const REAL = fileURLToPath(new URL('./migrations/', import.meta.url));
const STEPS = readdirSync(REAL)
  .filter((name) => name.endsWith('.sql'))
  .sort();

/**
 * In which steps the migrator is killed. PostgreSQL takes a third of a second for each and is killed in every one, so a step
 * that commits in its own middle is found there. PGlite takes two seconds to be started once more: every sixth, the
 * newest, and the first, which it does while it is new.
 */
const killedIn = (engine: 'pglite' | 'postgres') =>
  engine === 'postgres' ? STEPS : STEPS.filter((step, at) => at % 6 === 0 || step === STEPS.at(-1));

/** The real steps before this one, and this one so that it cannot be over before the kill arrives. */
function stepsUpTo(step: string, engine: 'pglite' | 'postgres'): string {
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-migrations-'));
  for (const name of STEPS.slice(0, STEPS.indexOf(step))) copyFileSync(join(REAL, name), join(folder, name));
  // PostgreSQL would finish the statement of a client that has gone before it gives its lock to the next.
  const noticing = engine === 'postgres' ? "set local client_connection_check_interval = '100ms';" : '';
  const never = `\n;${noticing} select pg_sleep(600);\n`;
  writeFileSync(join(folder, step), readFileSync(join(REAL, step), 'utf8') + never);
  return folder;
}

describe.each(['pglite', 'postgres'] as const)('kill -9 in steps of the migration of %s', (engine) => {
  describe.skipIf(engine === 'postgres' && !TEST_DATABASE_URL)('', () => {
    let program: Program;
    beforeAll(async () => {
      program = await buildChildProgram('database-program');
    });
    afterAll(() => program?.remove());

    test('F32 the next start goes on with that step, and at the end everything is as if nobody had been killed', async () => {
      const { where, options, remove } = await emptyDatabase(engine);
      const looking = async <T>(work: (now: Database) => Promise<T>): Promise<T> => {
        const now = await openDatabase(options);
        try {
          return await work(now);
        } finally {
          await now.close();
        }
      };
      let former = 0;
      for (const step of killedIn(engine)) {
        const folder = stepsUpTo(step, engine);
        const migrator = program.start('migrator', where, folder);
        await migrator.printed((line) => line === `begins ${step}`);
        await migrator.kill();
        rmSync(folder, { recursive: true });
        // What the kill before left is told by what this start did: that step once more, whole, and nothing earlier.
        const begun = migrator.lines.filter((line) => line.startsWith('begins ') || line === 'migrated');
        const at = STEPS.indexOf(step);
        expect(begun).toEqual(STEPS.slice(former, at + 1).map((name) => `begins ${name}`));
        former = at;
      }
      const finished = await looking((now) => migrate(now));
      expect(finished).toEqual({ applied: [STEPS.at(-1)] });
      expect(await looking(shapeOf)).toEqual(await shapeOfUninterrupted(engine));
      await remove();
    });
  });
});

/** Not opened here: on PGlite the program needs the folder for itself. */
async function emptyDatabase(engine: 'pglite' | 'postgres') {
  if (engine === 'pglite') {
    const dataDir = await clonePgliteTemplate(false);
    const remove = async () => rmSync(dataDir, { recursive: true, force: true });
    return { where: dataDir, options: { dataDir }, remove };
  }
  const name = `truckroll_steps_${process.pid}`;
  const { url, drop } = await createFromPostgresTemplate(TEST_DATABASE_URL!, name, false);
  return { where: url, options: { databaseUrl: url }, remove: drop };
}

/** Tables, columns, constraints, indexes, policies and rights, in words. */
const shapeOf = (database: Database) =>
  database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    tx.query(
      `select format('%s.%s.%s %s', table_schema, table_name, column_name, data_type) as what from information_schema.columns
         where table_schema in ('office', 'company')
       union all select format('%s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
         where connamespace::regnamespace::text in ('office', 'company')
       union all select indexdef from pg_indexes where schemaname in ('office', 'company')
       union all select format('%s.%s %s %s', schemaname, tablename, policyname, qual) from pg_policies
       union all select format('%s.%s %s %s', table_schema, table_name, grantee, privilege_type)
         from information_schema.role_table_grants where grantee = 'truckroll_app'
       order by 1`,
    ),
  );

async function shapeOfUninterrupted(engine: 'pglite' | 'postgres') {
  const { database, remove } = await openTestDatabase(engine);
  try {
    return await shapeOf(database);
  } finally {
    await remove();
  }
}
