import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase, TEST_DATABASE_URL, type TestDatabase } from '#testing/databases.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';

describe.each(['pglite', 'postgres'] as const)('migrating %s', (engine) => {
  describe.skipIf(engine === 'postgres' && !TEST_DATABASE_URL)('', () => {
    let database: TestDatabase;
    let remove: () => Promise<void>;
    let folder: string;

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'truckroll-migrations-'));
      ({ database, remove } = await openTestDatabase(engine, { migrated: false }));
    });
    afterEach(async () => {
      await remove();
      rmSync(folder, { recursive: true, force: true });
    });

    const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
    const tables = () =>
      database.transaction({ tenantId: 'system' }, async (tx) => {
        const rows = await tx.query<{ name: string }>(
          "select tablename as name from pg_tables where schemaname = 'public' order by tablename",
        );
        return rows.map(({ name }) => name);
      });

    test('the real migrations make an empty database ready, once', async () => {
      const { applied } = await migrate(database);
      expect(applied.length).toBeGreaterThan(0);
      expect(await migrate(database)).toEqual({ applied: [] });
      const [role] = await database.transaction({ tenantId: 1 }, (tx) =>
        tx.query('select current_user::text as name'),
      );
      expect(role).toEqual({ name: 'truckroll_app' });
    });

    test('a step that fails half-way leaves nothing of itself, and the steps before stay', async () => {
      write('0001_first.sql', 'create table first (id int); insert into first values (1);');
      write('0002_second.sql', 'create table second (id int); select 1/0;');
      await expect(migrate(database, folder)).rejects.toMatchObject({ code: '22012' });
      expect(await tables()).toEqual(['first', 'truckroll_migrations']);
      write('0002_second.sql', 'create table second (id int); select $$ a ; in a quote $$;');
      expect(await migrate(database, folder)).toEqual({ applied: ['0002_second.sql'] });
      expect(await tables()).toEqual(['first', 'second', 'truckroll_migrations']);
    });

    test('a step changed after it was applied is refused by name', async () => {
      write('0001_first.sql', 'create table first (id int)');
      await migrate(database, folder);
      write('0001_first.sql', 'create table first (id bigint)');
      await expect(migrate(database, folder)).rejects.toThrow('0001_first.sql was changed');
    });

    test('an older program refuses a newer database', async () => {
      write('0001_first.sql', 'create table first (id int)');
      write('0002_second.sql', 'create table second (id int)');
      await migrate(database, folder);
      rmSync(join(folder, '0002_second.sql'));
      await expect(migrate(database, folder)).rejects.toThrow('newer than this program');
    });

    test('a number taken twice is refused before anything is applied', async () => {
      write('0001_first.sql', 'create table first (id int)');
      write('0001_third.sql', 'create table third (id int)');
      await expect(migrate(database, folder)).rejects.toThrow('each once, but not 0001_third.sql');
      expect(await tables()).toEqual([]);
    });

    test('of several that start at once each step is applied by exactly one', async () => {
      write('0001_first.sql', 'create table first (id int); select pg_sleep(0.1)');
      write('0002_second.sql', 'create table second (id int)');
      const others =
        engine === 'postgres' ? await Promise.all([1, 2, 3].map(() => openDatabase(database.options))) : [];
      const starters = [database, ...others];
      const results = await Promise.all(starters.map((starter) => migrate(starter, folder)));
      await Promise.all(others.map((other) => other.close()));
      expect(results.flatMap(({ applied }) => applied).sort()).toEqual(['0001_first.sql', '0002_second.sql']);
    });

    test.runIf(engine === 'postgres')(
      'a user without rights is told what to ask an administrator for',
      async () => {
        const name = `plain_${process.pid}_${Math.trunc(performance.now())}`;
        await database.transaction({ tenantId: 'system' }, (tx) => tx.script(`create role ${name} login`));
        const url = new URL(database.options.databaseUrl!);
        url.username = name;
        const plain = await openDatabase({ databaseUrl: url.href });
        try {
          await expect(migrate(plain, folder)).rejects.toThrow('Ask an administrator for:');
        } finally {
          await plain.close();
          await database.transaction({ tenantId: 'system' }, (tx) => tx.script(`drop role ${name}`));
        }
      },
    );
  });
});
