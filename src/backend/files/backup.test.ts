import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { receiveContents } from '#db/backup/contents.ts';
import { openBackup } from '#db/backup/read-file.ts';
import { planMigrations } from '#db/backup/restore.ts';
import { restoreFolder } from '#db/backup/restore-pglite.ts';
import type { Database } from '#db/database.ts';
import { readMigrations } from '#db/migrate.ts';
import { backUp, restoreInNew, SYSTEM, testFolder } from '#testing/backups.ts';
import { buildChildProgram, type Program } from '#testing/child-program.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine, openTestDatabase, QUICKEST, TEST_DATABASE_URL } from '#testing/databases.ts';
import { fixedClock } from '#testing/fixed-clock.ts';
import { createFromPostgresTemplate } from '#testing/postgres-template.ts';
import { createBackend } from '../upstream.ts';
import { createFiles } from './files.ts';
import { folderStore } from './folder.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const shaOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const textOf = (folder: string, tenantId: number, sha256: string) =>
  join(folder, String(tenantId), sha256.slice(0, 2), sha256);
/** Whole contents in the folder, by company and hash; anything half is named as it is. */
const contentsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/** A company whose job has those files attached, as somebody uploads them. */
async function companyWith(database: Database, folder: string, tenantId = 1) {
  const company = await makeCompany(database, tenantId);
  const store = folderStore(folder);
  const files = createFiles({ database, store });
  const clock = fixedClock('2026-11-21T15:00:00.000Z');
  const imports = () => Promise.reject(new Error('No imports in this test'));
  const backend = createBackend({ database, clock, imports, files });
  const card = await company.book();
  const attach = async (bytes: Uint8Array) => {
    async function* upload() {
      yield bytes;
    }
    await backend.call({
      endpoint: 'files.upload',
      actor: company.person('csr').actor,
      params: {},
      query: { ownerKind: 'job', ownerId: card.job.id, fileName: 'note.txt' },
      body: {},
      upload: upload(),
      idempotencyKey: randomUUID(),
      bodyHash: 'hash',
      requestId: 'test',
      address: '127.0.0.1',
      signal: new AbortController().signal,
    });
    return shaOf(bytes);
  };
  return { attach };
}
const rowsOf = (database: Database) =>
  database.transaction({ ...SYSTEM, readOnly: true }, (tx) =>
    tx.query<{ tenantId: number; sha256: string }>(
      'select distinct tenant_id as "tenantId", sha256 from company.files order by 1, 2',
    ),
  );
const engines: Database['engine'][] = TEST_DATABASE_URL ? ['pglite', 'postgres'] : ['pglite'];

eachEngine('attached files in a backup', (database) => {
  test.each(engines)('come back in %s byte by byte, each content once per company', async (target) => {
    const [from, to] = [testFolder(), testFolder()];
    const { attach } = await companyWith(database(), from);
    const other = await companyWith(database(), from, 2);
    const long = Buffer.from(`${randomBytes(300_000).toString('hex')}!`);
    const kept = [Buffer.from('a'), Buffer.from('ab'), Buffer.from('abc'), long];
    for (const bytes of [...kept, kept[0]!]) await attach(bytes);
    await other.attach(kept[0]!);

    const file = join(testFolder(), 'monday.backup');
    const { header, lostFiles } = await backUp(database(), file, { files: from });
    expect([header.files, lostFiles]).toEqual([{ count: 5, bytes: 1 + 2 + 3 + long.length + 1 }, 0]);
    await restoreInNew(target, file, to);
    for (const bytes of kept) expect(readFileSync(textOf(to, 1, shaOf(bytes))).equals(bytes)).toBe(true);
    expect(contentsIn(to)).toEqual([...kept, kept[0]!].map(shaOf).sort());
    expect(statSync(textOf(to, 1, shaOf(kept[0]!))).mode & 0o777).toBe(0o600);
  });

  test('while six people attach files, every row of the backup has its bytes in it', async () => {
    const [from, to] = [testFolder(), testFolder()];
    const { attach } = await companyWith(database(), from);
    let attached = 0;
    let isOver = false;
    const people = Array.from({ length: 6 }, async () => {
      while (!isOver) {
        await attach(Buffer.from(randomUUID()));
        attached++;
      }
    });
    const some = async (more: number) => {
      const enough = attached + more;
      while (attached < enough) await new Promise((resolve) => setImmediate(resolve));
    };
    await some(10);
    const file = join(testFolder(), 'busy.backup');
    const { lostFiles } = await backUp(database(), file, { files: from, during: () => some(10) });
    isOver = true;
    await Promise.all(people);
    const restored = await restoreInNew(QUICKEST, file, to);
    const rows = await rowsOf(restored);
    expect(lostFiles).toBe(0);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    expect(contentsIn(to)).toEqual(rows.map(({ sha256 }) => sha256).sort());
  });

  test('of which the bytes are gone or damaged are counted, and all else is backed up and restored', async () => {
    const [from, to] = [testFolder(), testFolder()];
    const { attach } = await companyWith(database(), from);
    const [gone, damaged, good] = [
      await attach(Buffer.from('gone')),
      await attach(Buffer.from('soon damaged')),
      await attach(Buffer.from('good')),
    ];
    rmSync(textOf(from, 1, gone));
    writeFileSync(textOf(from, 1, damaged), 'SOON damaged');
    const file = join(testFolder(), 'monday.backup');
    const { header, lostFiles } = await backUp(database(), file, { files: from });
    expect([header.files.count, lostFiles]).toEqual([3, 2]);
    const restored = await restoreInNew(QUICKEST, file, to);
    expect(contentsIn(to)).toEqual([good]);
    expect(await rowsOf(restored)).toHaveLength(3);
  });

  test('are not what a backup may end half-way through: a store that fails fails the backup', async () => {
    const from = testFolder();
    const { attach } = await companyWith(database(), from);
    const sha256 = await attach(Buffer.from('a'));
    rmSync(textOf(from, 1, sha256));
    // A folder by that name can be opened, but not read.
    mkdirSync(textOf(from, 1, sha256));
    const folder = testFolder();
    await expect(backUp(database(), join(folder, 'a.backup'), { files: from })).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a restore of attached files', () => {
  let program: Program;
  let monday: string;
  /** Of the same company before it had any. */
  let sunday: string;
  let folder: string;
  const COUNT = 200;
  beforeAll(async () => {
    program = await buildChildProgram('backup-program');
    folder = mkdtempSync(join(tmpdir(), 'truckroll-backup-'));
    const { database, remove } = await openTestDatabase('pglite');
    const from = join(folder, 'files');
    const { attach } = await companyWith(database, from);
    sunday = join(folder, 'sunday.backup');
    await backUp(database, sunday);
    for (let n = 0; n < COUNT; n++) await attach(Buffer.from(`file ${n} ${'x'.repeat(50_000)}`));
    monday = join(folder, 'monday.backup');
    await backUp(database, monday, { files: from });
    await remove();
  });
  afterAll(() => {
    program?.remove();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test.each(engines)(
    'into %s, killed in the middle, leaves no half file, and the next try has them all',
    async (engine) => {
      const to = testFolder();
      let target = testFolder();
      if (engine === 'postgres') {
        const name = `truckroll_test_${randomUUID().slice(0, 8)}`;
        const { url, drop } = await createFromPostgresTemplate(TEST_DATABASE_URL!, name, true);
        onTestFinished(drop);
        target = url;
      }
      const restore = program.start(target, monday, to);
      await restore.printed((line) => Number(line.split(' ')[1]) >= 20);
      await restore.kill();
      const left = contentsIn(join(to, '1'));
      expect(left.length).toBeLessThan(COUNT);
      for (const sha256 of left) expect(shaOf(readFileSync(textOf(to, 1, sha256)))).toBe(sha256);
      const again = program.start(target, monday, to);
      expect({ code: await again.ended(), errors: again.errors }).toEqual({ code: 0, errors: [] });
      expect(contentsIn(join(to, '1'))).toHaveLength(COUNT);
    },
  );

  test('that fails takes out what it has put in, and nothing that was there before', async () => {
    const to = testFolder();
    const store = folderStore(to);
    const before = Buffer.from('there before');
    await store.put(1, shaOf(before), before);
    let puts = 0;
    const sink = {
      ...store,
      put: (...given: Parameters<typeof store.put>) =>
        ++puts === 30 ? Promise.reject(new Error('the plug was pulled')) : store.put(...given),
    };
    const backup = await openBackup(monday);
    const plan = planMigrations(backup.header, await readMigrations());
    const dataDir = testFolder();
    await expect(restoreFolder(dataDir, backup, plan, { isEmpty: true, sink })).rejects.toThrow('the plug');
    expect(contentsIn(to)).toEqual([shaOf(before)]);
    expect(existsSync(join(dataDir, 'pg'))).toBe(false);
  });

  test('refuses bytes that are not those of their name', async () => {
    const receiver = receiveContents(folderStore(testFolder()));
    await receiver.begin({ file: { tenantId: 1, sha256: '0'.repeat(64), size: 3 } });
    receiver.chunk('"YWJj"');
    await expect(receiver.finish()).rejects.toThrow('is damaged');
  });

  test('of the former format, which had none, is as it was', async () => {
    expect((await openBackup(sunday)).header.files).toEqual({ count: 0, bytes: 0 });
    const { formerly } = await asFormat1(sunday);
    const restored = await restoreInNew(QUICKEST, formerly);
    const names = await restored.transaction({ ...SYSTEM, readOnly: true }, (tx) =>
      tx.query<{ name: string }>('select name from office.tenants'),
    );
    expect(names).toHaveLength(1);
  });
});

/** The file as a Truckroll of format 1 wrote it: no word of files, and its own seal. */
async function asFormat1(file: string): Promise<{ formerly: string }> {
  const bytes = readFileSync(file);
  const end = bytes.indexOf('\n');
  const { files: _none, ...header } = JSON.parse(bytes.toString('utf8', 0, end)) as { files: object };
  const seal = '\nsha256 '.length + 64 + 1;
  const first = Buffer.from(`${JSON.stringify({ ...header, 'truckroll backup': 1 })}\n`);
  const body = Buffer.concat([first, bytes.subarray(end + 1, bytes.length - seal)]);
  const formerly = `${file}.1`;
  writeFileSync(formerly, Buffer.concat([body, Buffer.from(`\nsha256 ${shaOf(body)}\n`)]));
  expect((await openBackup(formerly)).header.files).toEqual({ count: 0, bytes: 0 });
  return { formerly };
}
