import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { Database } from '#db/database.ts';
import { openDatabase } from '#db/open.ts';
import type { DatabaseOptions } from '#db/options.ts';
import { clonePgliteTemplate } from './pglite-template.ts';
import { createFromPostgresTemplate } from './postgres-template.ts';

export type TestDatabase = Database & {
  /** What opened it: to open it a second time on PostgreSQL, or the same folder after `close()` on PGlite. */
  readonly options: DatabaseOptions;
};

type Options = {
  /** False: without the migrations, for tests of the database layer that make their own tables. */
  migrated?: boolean;
  /** False: rows stay from one test to the next. Default: every table is emptied before each test. */
  emptied?: boolean;
  /** For openDatabase. */
  open?: Partial<DatabaseOptions>;
};

/** Tests run beside browsers and compilers; a deadline is a failure only where it is the subject. */
const PATIENT_MS = 60_000;

export const TEST_DATABASE_URL = process.env.TEST_DATABASE_URL;

/** For what no engine could change, as when a test is about a backup alone: a new PGlite takes ten seconds to migrate. */
export const QUICKEST: Database['engine'] = TEST_DATABASE_URL ? 'postgres' : 'pglite';

/**
 * Runs the tests on PGlite, and on PostgreSQL too when TEST_DATABASE_URL says where (a superuser;
 * `node src/testing/postgres-cluster.mjs -- npx vitest run …`); without it that half is reported as skipped.
 * One database for all tests of the call, cloned from a migrated template, gone at the end.
 *
 * `eachEngine('moving a job', (database) => { test('…', async () => { await database().transaction(…) }) })`
 */
export function eachEngine(
  name: string,
  define: (database: () => TestDatabase, engine: Database['engine']) => void,
  options: Options = {},
): void {
  describe(`${name}, on PGlite`, () => run('pglite', define, options));
  describe.skipIf(!TEST_DATABASE_URL)(`${name}, on PostgreSQL`, () => run('postgres', define, options));
}

function run(
  engine: Database['engine'],
  define: Parameters<typeof eachEngine>[1],
  { emptied = true, ...options }: Options,
): void {
  let opened: { database: TestDatabase; remove(): Promise<void> } | undefined;
  const database = () => {
    if (!opened) throw new Error('The database is open only while tests run');
    return opened.database;
  };
  beforeAll(async () => {
    opened = await openTestDatabase(engine, options);
  }, 2 * PATIENT_MS);
  // Nothing to empty before the first: who has rows for all tests of the call says `emptied: false`.
  let isNew = true;
  if (emptied)
    beforeEach(async () => {
      if (!isNew) await emptyEveryTable(database());
      isNew = false;
    });
  afterAll(() => opened?.remove());
  define(database, engine);
}

/** For tests that need several, or to close and reopen: `remove()` closes it and deletes its data. */
export async function openTestDatabase(
  engine: Database['engine'],
  { migrated = true, open = {} }: Omit<Options, 'emptied'> = {},
): Promise<{ database: TestDatabase; remove(): Promise<void> }> {
  if (engine === 'pglite') {
    const dataDir = await clonePgliteTemplate(migrated);
    // Nothing to flush for: the folder does not survive the test.
    const options = { dataDir, durable: false, deadlineMs: PATIENT_MS, ...open };
    const database = await openDatabase(options);
    return {
      database: { ...database, options },
      async remove() {
        await database.close();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  }
  if (!TEST_DATABASE_URL) throw new Error('TEST_DATABASE_URL is not set');
  const name = `truckroll_test_${randomUUID().slice(0, 8)}`;
  const { url, drop } = await createFromPostgresTemplate(TEST_DATABASE_URL, name, migrated);
  const options = { databaseUrl: url, deadlineMs: PATIENT_MS, ...open };
  const database = await openDatabase(options);
  return {
    database: { ...database, options },
    async remove() {
      await database.close();
      await drop();
    },
  };
}

/**
 * Empties every table but the list of migrations, and starts the ids at 1 again. Not by TRUNCATE, which makes new files for
 * each table and index, used or not: a third of a second before every test. A table without a file's first page never had
 * a row and is not looked at: to plan a DELETE, PGlite reads up on it first, half a second for all of them. Without
 * triggers and foreign keys, so that neither order nor history, which nobody may delete, stands in the way.
 */
export async function emptyEveryTable(database: Database): Promise<void> {
  await database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query('set local session_replication_role = replica');
    await tx.query(`do $$
      declare one text;
      begin
        for one in select oid::regclass from pg_class
          where relkind = 'r' and relname <> 'truckroll_migrations' and pg_relation_size(oid) > 0
            and relnamespace in (to_regnamespace('office'), to_regnamespace('company'), to_regnamespace('public'))
        loop
          execute 'delete from ' || one;
        end loop;
        perform setval(seqrelid::regclass, seqstart, false) from pg_sequence
          where seqrelid in (select objid from pg_depend where classid = 'pg_class'::regclass and deptype in ('a', 'i'));
      end $$`);
  });
}
