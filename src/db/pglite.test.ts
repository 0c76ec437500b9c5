import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { clonePgliteTemplate } from '#testing/pglite-template.ts';
import type { Database, DatabaseError } from './database.ts';
import { openDatabase } from './open.ts';
import { startThread } from './pglite-thread.ts';
import { tablesDue, walBytes } from './pglite-upkeep.ts';
import { planOnce } from './plan-once.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const SYSTEM = { tenantId: 'system' } as const;
const ignore = () => undefined;

describe('PGlite', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await clonePgliteTemplate(false);
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  test('upkeep finds the tables with dead rows, and a checkpoint frees the log', async () => {
    const thread = await startThread({ folder: join(dataDir, 'pg'), durable: false }, ignore, ignore);
    onTestFinished(() => thread.close());
    await thread.script('create table busy (id int, note text); create table quiet (id int)');
    await thread.script("insert into busy select g, repeat('x', 100) from generate_series(1, 2000) g");
    expect(await tablesDue(thread)).toEqual(['public.busy']);
    await thread.script('vacuum (analyze) public.busy');
    expect(await tablesDue(thread)).toEqual([]);
    await thread.script("update busy set note = 'y'");
    expect(await tablesDue(thread)).toEqual(['public.busy']);
    expect(await walBytes(thread)).toBeGreaterThan(100_000);
    await thread.script('checkpoint');
    expect(await walBytes(thread)).toBeLessThan(1_000);
  });

  test('what is asked again is parsed once and planned for its values, or once for all when it says so', async () => {
    const thread = await startThread({ folder: join(dataDir, 'pg'), durable: false }, ignore, ignore);
    onTestFinished(() => thread.close());
    await thread.script('create table note (id int); insert into note select generate_series(1, 20)');
    const own = 'select id from note where id = $1';
    const forAll = planOnce(own);
    for (let id = 1; id <= 12; id++) {
      expect(await thread.query(own, [String(id)])).toEqual([{ id }]);
      expect(await thread.query(forAll, [String(id)])).toEqual([{ id }]);
    }
    const plans = await thread.query(
      `select generic_plans::int as "forAll", custom_plans::int as own from pg_prepared_statements
       where statement like '%from note%' order by generic_plans`,
      [],
    );
    // Asked once without a name, then five times under one, five under the next, once under the last.
    expect(plans).toEqual([
      { forAll: 0, own: 1 },
      { forAll: 12, own: 0 },
    ]);
    expect(await thread.query('show plan_cache_mode', [])).toEqual([{ plan_cache_mode: 'auto' }]);
  });

  test('a failed statement leaves plans as usual, and a table with other columns is read anew', async () => {
    const thread = await startThread({ folder: join(dataDir, 'pg'), durable: false }, ignore, ignore);
    onTestFinished(() => thread.close());
    await thread.script('create table note (id int); insert into note values (1)');
    const broken = planOnce('select 1 / (id - 1) as one from note');
    for (let time = 0; time < 2; time++) await expect(thread.query(broken, [])).rejects.toThrow(/zero/);
    expect(await thread.query('show plan_cache_mode', [])).toEqual([{ plan_cache_mode: 'auto' }]);
    const all = planOnce('select * from note');
    expect(await thread.query(all, [])).toEqual([{ id: 1 }]);
    await thread.script("alter table note add column text text default 'x'");
    await expect(thread.query(all, [])).rejects.toThrow(/result type/);
    expect(await thread.query(all, [])).toEqual([{ id: 1, text: 'x' }]);
    await thread.script('deallocate all');
    await expect(thread.query(all, [])).rejects.toThrow(/does not exist/);
    expect(await thread.query(all, [])).toEqual([{ id: 1, text: 'x' }]);
  });

  test('more statements than are kept do each what they say', async () => {
    const thread = await startThread({ folder: join(dataDir, 'pg'), durable: false }, ignore, ignore);
    onTestFinished(() => thread.close());
    for (let round = 0; round < 2; round++)
      for (let number = 0; number < 300; number++)
        expect(await thread.query(planOnce(`select ${number} as n`), [])).toEqual([{ n: number }]);
    const [count] = await thread.query('select count(*)::int as n from pg_prepared_statements', []);
    expect(count).toEqual({ n: 256 });
  });

  test('each commit is flushed to the disk before it is acknowledged', async () => {
    const thread = await startThread({ folder: join(dataDir, 'pg'), durable: true }, ignore, ignore);
    onTestFinished(() => thread.close());
    await thread.script('create table note (id int)');
    const before = await thread.flushes();
    for (let id = 1; id <= 20; id++) await thread.script(`insert into note values (${id})`);
    expect((await thread.flushes()) - before).toBeGreaterThanOrEqual(20);
  });

  test('close to a full disk writes are refused with a sentence, and reads go on', async () => {
    const database = await openDatabase({ dataDir, durable: false, minFreeBytes: 2 ** 60 });
    onTestFinished(() => database.close());
    const writing = database.transaction(SYSTEM, (tx) => tx.script('create table t (id int)'));
    await expect(writing).rejects.toMatchObject({
      code: 'disk_full',
      message: expect.stringContaining('MB are free'),
    });
    const reading = database.transaction({ ...SYSTEM, readOnly: true }, (tx) => tx.query('select 1 as one'));
    expect(await reading).toEqual([{ one: 1 }]);
  });

  test('a folder that holds something else is not touched', async () => {
    rmSync(join(dataDir, 'pg', 'PG_VERSION'));
    await expect(openDatabase({ dataDir })).rejects.toThrow('holds no database');
  });

  test('a damaged database is refused with an error, not with a hang', async () => {
    truncateSync(join(dataDir, 'pg', 'global', 'pg_control'), 100);
    await expect(openDatabase({ dataDir })).rejects.toThrow();
  });
});

const TMPFS_MB = 120;

/** A small file system of its own, or null where mounting is not allowed. */
function mountSmallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${TMPFS_MB}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

test('on a full disk it ends with a reason, and no acknowledged row is lost once there is space', async (context) => {
  const disk = mountSmallDisk();
  if (disk === null) return context.skip('mounting a small disk is not permitted here');
  let database: Database | undefined;
  onTestFinished(async () => {
    await database?.close();
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });
  const template = await clonePgliteTemplate(false);
  cpSync(template, disk, { recursive: true });
  rmSync(template, { recursive: true });

  let acknowledged = 0;
  let error: DatabaseError | undefined;
  const fatal: string[] = [];
  database = await openDatabase({
    dataDir: disk,
    minFreeBytes: 0, // the refusal before it is full is tested above
    deadlineMs: 20_000,
    onFatal: (reason) => fatal.push(reason.message),
  });
  await database.transaction(SYSTEM, (tx) =>
    tx.script('create table filler (id int primary key, note text)'),
  );
  const ballast = join(disk, 'ballast');
  writeFileSync(ballast, Buffer.alloc(20 * 1024 * 1024, 'x'));
  while (!error) {
    await database
      .transaction(SYSTEM, (tx) =>
        tx.query(
          `insert into filler select $1, string_agg(md5(random()::text), '') from generate_series(1, 20000)`,
          [acknowledged + 1],
        ),
      )
      .then(
        () => acknowledged++,
        (reason: DatabaseError) => {
          error = reason;
        },
      );
  }
  expect(['53100', 'unavailable', 'deadline']).toContain(error.code);
  // Either the restarted engine still opens, or it says for good that it cannot go on. It never hangs.
  const next = await database
    .transaction({ ...SYSTEM, readOnly: true }, (tx) => tx.query('select 1 as one'))
    .catch((reason: DatabaseError) => reason.message);
  if (fatal.length > 0) {
    expect(fatal[0]).toContain('The disk is full');
    expect(next).toBe(fatal[0]);
  } else expect(next).toEqual([{ one: 1 }]);
  await database.close();

  rmSync(ballast);
  database = await openDatabase({ dataDir: disk, minFreeBytes: 0 });
  const rows = await database.transaction(SYSTEM, (tx) => tx.query('select count(*)::int4 as n from filler'));
  expect(acknowledged).toBeGreaterThan(0);
  expect(Number(rows[0]?.n)).toBeGreaterThanOrEqual(acknowledged);
});
