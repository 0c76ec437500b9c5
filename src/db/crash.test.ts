import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildChildProgram, type Program } from '#testing/child-program.ts';
import { clonePgliteTemplate } from '#testing/pglite-template.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import { identityOf } from './process-identity.ts';

// Each test starts several processes, each with a PGlite: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let program: Program;
beforeAll(async () => {
  program = await buildChildProgram('database-program');
});
afterAll(() => program?.remove());

describe('the data folder', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await clonePgliteTemplate(false);
  });
  afterEach(() => {
    if (dataDir) rmSync(dataDir, { recursive: true, force: true });
  });

  test('a second process is refused while the first lives, and admitted when it was killed', async () => {
    const first = program.start('holder', dataDir);
    await first.printed((line) => line === 'open');
    const second = program.start('holder', dataDir);
    expect(await second.ended()).toBe(1);
    expect(second.errors.join()).toContain(`Another Truckroll (pid ${first.pid}) uses ${dataDir}`);
    await first.kill();
    const third = program.start('holder', dataDir);
    await third.printed((line) => line === 'open');
    await third.kill();
  });

  test('the same process is refused as well, and nothing of a lock is left after closing', async () => {
    const database = await openDatabase({ dataDir });
    await expect(openDatabase({ dataDir })).rejects.toThrow(`Another Truckroll (pid ${process.pid})`);
    await database.close();
    expect(readdirSync(join(dataDir, 'lock'))).toEqual([]);
  });

  test('a lock left by an earlier process with the same pid is not mistaken for a living one', async () => {
    writeClaim(dataDir, { started: '1' });
    const database = await openDatabase({ dataDir });
    const rows = await database.transaction({ tenantId: 'system' }, (tx) => tx.query('select 1 as one'));
    await database.close();
    expect(rows).toEqual([{ one: 1 }]);
  });

  test('a lock of another machine or container is never removed, and the message says what to do', async () => {
    writeClaim(dataDir, { host: 'other-machine', pidNamespace: 'pid:[1]' });
    await expect(openDatabase({ dataDir })).rejects.toThrow(/other-machine.*delete .*other\.claim/);
  });
});

function writeClaim(dataDir: string, changes: Record<string, string>): void {
  const lock = join(dataDir, 'lock');
  mkdirSync(lock, { recursive: true });
  const self = identityOf(process.pid);
  writeFileSync(join(lock, 'other.claim'), JSON.stringify({ ...self, ...changes }));
}

describe('two first starts at once', () => {
  test('F28 F32 on one new folder: one makes the database, the other is refused with words', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'truckroll-first-'));
    const both = [program.start('holder', dataDir), program.start('holder', dataDir)];
    const told = await Promise.all(
      both.map((one) =>
        one
          .printed((line) => line === 'open')
          .catch(async () => ((await one.ended()) === 1 ? one.errors.join() : '')),
      ),
    );
    expect(told.filter((one) => one === 'open')).toHaveLength(1);
    expect(told.filter((one) => one.includes('Another Truckroll (pid '))).toHaveLength(1);
    await Promise.all(both.map((one) => one.kill()));
    await within(dataDir, (database) => migrate(database));
    rmSync(dataDir, { recursive: true });
  });
});

describe('kill -9', () => {
  test('while writing: every acknowledged row is there, with its other half', async () => {
    const dataDir = await clonePgliteTemplate(false);
    await within(dataDir, (database) =>
      database.transaction({ tenantId: 'system' }, (tx) =>
        tx.script(`create table job (id int8 generated always as identity primary key, note text);
          create table job_audit (job_id int8 references job)`),
      ),
    );
    const acknowledged: number[] = [];
    for (let round = 0; round < 3; round++) {
      const writer = program.start('writer', dataDir);
      const enough = 20 + round * 37;
      await writer.printed(() => writer.lines.length > enough);
      await writer.kill();
      acknowledged.push(...writer.lines.slice(1).map(Number));
      await within(dataDir, async (database) => {
        const rows = await database.transaction({ tenantId: 'system' }, (tx) =>
          tx.query<{ id: number; halves: number }>(
            `select j.id, (select count(*) from job_audit a where a.job_id = j.id)::int4 as halves from job j`,
          ),
        );
        const found = new Set(rows.map(({ id }) => id));
        expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
        expect(rows.filter(({ halves }) => halves !== 1)).toEqual([]);
      });
    }
    expect(acknowledged.length).toBeGreaterThan(60);
    rmSync(dataDir, { recursive: true });
  });

  test('during the very first start: the next one starts afresh', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'truckroll-first-'));
    const first = program.start('holder', dataDir);
    await expect.poll(() => readdirSync(dataDir), { timeout: 60_000, interval: 5 }).toContain('pg.new');
    await first.kill();
    expect(readdirSync(dataDir)).not.toContain('pg');
    await within(dataDir, (database) => migrate(database));
    expect(readdirSync(dataDir)).not.toContain('pg.new');
    rmSync(dataDir, { recursive: true });
  });
});

async function within(dataDir: string, work: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await openDatabase({ dataDir });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}
