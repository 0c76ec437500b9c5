import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { backUp, newSink, restoreInNew, SYSTEM, testFolder, wholeText } from '#testing/backups.ts';
import { buildChildProgram, type Program } from '#testing/child-program.ts';
import { openTestDatabase, TEST_DATABASE_URL } from '#testing/databases.ts';
import { clonePgliteTemplate } from '#testing/pglite-template.ts';
import { createFromPostgresTemplate } from '#testing/postgres-template.ts';
import type { Database } from '../database.ts';
import { applyMigration, migrate, prepareForMigrations, readMigrations } from '../migrate.ts';
import { openDatabase } from '../open.ts';
import { openBackup } from './read-file.ts';
import { planMigrations } from './restore.ts';
import { contentsOfFolder, restoreFolder } from './restore-pglite.ts';
import { contentsOfDatabase, restoreDatabase } from './restore-postgres.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** A company's name and so many rows that a restore of them can be killed in the middle. */
const fill = (database: Database, name: string, rows: number) =>
  database.transaction(SYSTEM, async (tx) => {
    await tx.query('insert into office.tenants (id, name) values (1, $1)', [name]);
    await tx.query(
      `insert into company.zones (tenant_id, id, name, created_on, modified_on)
       select 1, nextval('company.ids'), md5(n::text), now(), now() from generate_series(1, $1::int) n`,
      [rows],
    );
  });
const companies = (database: Database) =>
  database.transaction({ ...SYSTEM, readOnly: true }, async (tx) =>
    (await tx.query<{ name: string }>('select name from office.tenants')).map(({ name }) => name),
  );
const withFolder = async <T>(dataDir: string, work: (database: Database) => Promise<T>): Promise<T> => {
  const database = await openDatabase({ dataDir, durable: false });
  return await work(database).finally(() => database.close());
};
const planOf = async (path: string) => {
  const backup = await openBackup(path);
  return { backup, plan: planMigrations(backup.header, await readMigrations()) };
};

/** Of a company of its own with 20,000 rows. */
let monday: string;
let folderOfMonday: string;
let program: Program;
beforeAll(async () => {
  program = await buildChildProgram('backup-program');
  folderOfMonday = mkdtempSync(join(tmpdir(), 'truckroll-backup-'));
  monday = join(folderOfMonday, 'monday.backup');
  const { database, remove } = await openTestDatabase('pglite');
  await fill(database, 'Monday', 20_000);
  await backUp(database, monday);
  await remove();
});
afterAll(() => {
  program?.remove();
  if (folderOfMonday) rmSync(folderOfMonday, { recursive: true, force: true });
});

describe('a restore into a folder', () => {
  /** Closed, of a company called Tuesday; each test takes a copy. */
  let tuesday: string;
  beforeAll(async () => {
    tuesday = await clonePgliteTemplate(true);
    await withFolder(tuesday, (database) => fill(database, 'Tuesday', 10));
  });
  afterAll(() => {
    if (tuesday) rmSync(tuesday, { recursive: true, force: true });
  });
  /** A data folder in use by a company called Tuesday. */
  function folderOfTuesday(): string {
    const dataDir = testFolder();
    cpSync(tuesday, dataDir, { recursive: true });
    return dataDir;
  }

  test('takes the place of what there is, which is kept aside and can be opened', async () => {
    const dataDir = folderOfTuesday();
    const { backup, plan } = await planOf(monday);
    expect(await contentsOfFolder(dataDir)).toEqual({ companies: ['Tuesday'], customers: 0, jobs: 0 });
    const kept = await restoreFolder(dataDir, backup, plan, { isEmpty: false, sink: newSink() });
    expect(await withFolder(dataDir, companies)).toEqual(['Monday']);
    const aside = testFolder();
    renameSync(kept!, join(aside, 'pg'));
    expect(await withFolder(aside, companies)).toEqual(['Tuesday']);
    expect(readdirSync(dataDir).sort()).toEqual(['lock', 'pg']);
  });

  test('is refused while another process has the folder open', async () => {
    const dataDir = folderOfTuesday();
    const { backup, plan } = await planOf(monday);
    await withFolder(dataDir, async (database) => {
      await expect(contentsOfFolder(dataDir)).rejects.toThrow('Another Truckroll');
      await expect(restoreFolder(dataDir, backup, plan, { isEmpty: false, sink: newSink() })).rejects.toThrow(
        'Another Truckroll',
      );
      expect(await companies(database)).toEqual(['Tuesday']);
    });
  });

  test('replaces a database that does not open any more', async () => {
    const dataDir = folderOfTuesday();
    writeFileSync(join(dataDir, 'pg', 'global', 'pg_control'), 'damaged');
    expect(await contentsOfFolder(dataDir)).toBe('unreadable');
    const { backup, plan } = await planOf(monday);
    expect(await restoreFolder(dataDir, backup, plan, { isEmpty: false, sink: newSink() })).toContain(
      'pg.replaced-',
    );
    expect(await withFolder(dataDir, companies)).toEqual(['Monday']);
  });

  test('killed in the middle leaves the former database, and nothing in the way of the next try', async () => {
    const dataDir = folderOfTuesday();
    const restore = program.start(dataDir, monday, testFolder());
    await restore.printed((line) => Number(line) >= 10_000);
    await restore.kill();
    expect(restore.lines).not.toContain('restored');
    expect(await withFolder(dataDir, companies)).toEqual(['Tuesday']);
    const again = program.start(dataDir, monday, testFolder());
    expect({ code: await again.ended(), errors: again.errors }).toEqual({ code: 0, errors: [] });
    expect(await withFolder(dataDir, companies)).toEqual(['Monday']);
    expect(existsSync(join(dataDir, 'restoring'))).toBe(false);
  });

  describe('killed once it was accepted,', () => {
    let restored: string;
    beforeAll(async () => {
      restored = mkdtempSync(join(tmpdir(), 'truckroll-backup-'));
      const { backup, plan } = await planOf(monday);
      await restoreFolder(restored, backup, plan, {
        isEmpty: true,
        sink: newSink(join(restored, 'files')),
      });
    });
    afterAll(() => {
      if (restored) rmSync(restored, { recursive: true, force: true });
    });

    test.each(['before the former database was moved', 'before the restored one was moved'])(
      '%s, is finished by whoever opens the folder next',
      async (when) => {
        const dataDir = folderOfTuesday();
        // What `acceptRestored` leaves, and then the first rename of `putRestoredInPlace`.
        cpSync(join(restored, 'pg'), join(dataDir, 'pg.restored'), { recursive: true });
        if (when.includes('the restored one'))
          renameSync(join(dataDir, 'pg'), join(dataDir, 'pg.replaced-1'));
        expect(await withFolder(dataDir, companies)).toEqual(['Monday']);
        expect(readdirSync(dataDir).filter((name) => name.startsWith('pg.replaced-'))).toHaveLength(1);
        expect(existsSync(join(dataDir, 'pg.restored'))).toBe(false);
      },
    );
  });

  test.for([100, 135])(
    'on a full disk (%i MB) is refused with a sentence, and the former database goes on',
    async (size, { skip }) => {
      const disk = mkdtempSync(join(tmpdir(), 'truckroll-disk-'));
      onTestFinished(() => rmSync(disk, { recursive: true, force: true }));
      try {
        // Room for one database, not for a second, or not for all of its rows.
        execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', disk], { stdio: 'ignore' });
      } catch {
        return skip('mounting a small disk is not permitted here');
      }
      onTestFinished(() => void execFileSync('umount', [disk]));
      cpSync(tuesday, disk, { recursive: true });
      const { backup, plan } = await planOf(monday);
      const before = readdirSync(disk);
      await expect(restoreFolder(disk, backup, plan, { isEmpty: false, sink: newSink() })).rejects.toThrow(
        'The disk is full',
      );
      expect(readdirSync(disk)).toEqual(before);
      await expect(withFolder(disk, (database) => database.snapshot(async () => {}))).rejects.toThrow(
        /needs \d+ MB of free space/,
      );
      expect(await withFolder(disk, companies)).toEqual(['Tuesday']);
    },
  );
});

describe.skipIf(!TEST_DATABASE_URL)('a restore into PostgreSQL', () => {
  async function postgresOfTuesday(): Promise<{ database: Database; url: string }> {
    const name = `truckroll_test_${randomUUID().slice(0, 8)}`;
    const { url, drop } = await createFromPostgresTemplate(TEST_DATABASE_URL!, name, true);
    onTestFinished(drop);
    const database = await openDatabase({ databaseUrl: url, maxConnections: 1 });
    await fill(database, 'Tuesday', 10);
    return { database, url };
  }

  test('replaces what there is in one transaction', async () => {
    const { database } = await postgresOfTuesday();
    const { backup, plan } = await planOf(monday);
    expect(await contentsOfDatabase(database)).toEqual({ companies: ['Tuesday'], customers: 0, jobs: 0 });
    await restoreDatabase(database, backup, plan, newSink());
    expect(await companies(database)).toEqual(['Monday']);
    expect(await migrate(database)).toEqual({ applied: [] });
  });

  test('killed in the middle leaves every row and every id as they were', async () => {
    const { database, url } = await postgresOfTuesday();
    const before = await wholeText(database);
    await database.close();
    const restore = program.start(url, monday, testFolder());
    await restore.printed((line) => Number(line) >= 10_000);
    await restore.kill();
    const again = await openDatabase({ databaseUrl: url });
    onTestFinished(() => again.close());
    expect(await wholeText(again)).toEqual(before);
    const [next] = await again.transaction(SYSTEM, (tx) => tx.query(`select nextval('company.ids') as id`));
    expect(next).toEqual({ id: 1010 });
  });

  test('is refused while a server is connected', async () => {
    const { database, url } = await postgresOfTuesday();
    const server = await openDatabase({ databaseUrl: url });
    onTestFinished(() => server.close());
    await server.transaction(SYSTEM, async (tx) => {
      await tx.query('select 1');
      const { backup, plan } = await planOf(monday);
      await expect(restoreDatabase(database, backup, plan, newSink())).rejects.toThrow(
        'A Truckroll is connected',
      );
    });
    expect(await companies(database)).toEqual(['Tuesday']);
  });
});

test('a backup of an earlier migration is restored and brought up to the newest', async () => {
  const known = await readMigrations();
  const earlier = known.slice(0, 6); // company.changes had a column xid then
  const { database, remove } = await openTestDatabase('pglite', { migrated: false });
  await prepareForMigrations(database);
  await database.transaction(SYSTEM, async (tx) => {
    for (const migration of earlier) await applyMigration(tx, migration);
  });
  await fill(database, 'Monday', 3);
  await database.transaction(SYSTEM, (tx) =>
    tx.query(
      `insert into company.changes (tenant_id, at, type, record_kind, record_id, version, actor_id, operation_id, fields, record)
       values (1, now(), 'job.booked', 'job', 1, 1, 1, 1, '{}', '{}')`,
    ),
  );
  const path = join(testFolder(), 'earlier.backup');
  await backUp(database, path);
  await remove();
  expect(readFileSync(path, 'latin1').split('\n')[0]).toContain('"xid"');
  const restored = await restoreInNew('pglite', path);
  expect(await migrate(restored)).toEqual({ applied: [] });
  const rows = await restored.transaction(SYSTEM, (tx) => tx.query('select * from company.changes'));
  expect(rows).toHaveLength(1);
  expect(rows[0]).not.toHaveProperty('xid');
});
