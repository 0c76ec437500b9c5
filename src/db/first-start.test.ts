import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { clonePgliteTemplate } from '#testing/pglite-template.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import { preparePgliteFolder } from './pglite-folder.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-first-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A disk of its own, or null where mounting is not allowed. */
function smallDisk(megabytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** What the operator reads; the server puts “Truckroll cannot go on: ” before it. */
const sentence = (dataDir: string) =>
  openDatabase({ dataDir, durable: false }).then(
    async (database) => {
      await database.close();
      return 'opened';
    },
    (error: Error) => error.message,
  );

test.each([0, 100])(
  'F30 a pg_control cut to %i bytes: the files seem damaged, and what to do',
  async (length) => {
    const dataDir = await clonePgliteTemplate(false);
    onTestFinished(() => rmSync(dataDir, { recursive: true }));
    truncateSync(join(dataDir, 'pg', 'global', 'pg_control'), length);
    const folder = join(dataDir, 'pg');
    expect(await sentence(dataDir)).toBe(
      `The database in ${folder} does not open: its files seem damaged. Put a backup back (npm run restore), or move the folder away to start empty.`,
    );
  },
);

test('F30 a first start on a disk that is too small says so at once and leaves nothing half made', async (context) => {
  const disk = smallDisk(30);
  if (disk === null) return context.skip('mounting a small disk is not permitted here');
  expect(await sentence(disk)).toBe(
    `The disk that holds ${disk} is full. Free some space there, or set DATA_DIR to a folder on another disk, and start again. A new database needs 128 MB.`,
  );
  expect(readdirSync(disk)).toEqual(['lock']);
  expect(readdirSync(join(disk, 'lock'))).toEqual([]);
});

test('F30 a disk without a byte left is told in the same words, and no claim is left on it', async (context) => {
  const disk = smallDisk(1);
  if (disk === null) return context.skip('mounting a small disk is not permitted here');
  expect(() => writeFileSync(join(disk, 'ballast'), Buffer.alloc(2 * 1024 ** 2))).toThrow('ENOSPC');
  expect(await sentence(disk)).toMatch(
    /^The disk that holds .* is full\. Free some space there, .* start again\.$/,
  );
  rmSync(join(disk, 'ballast'));
  expect(readdirSync(join(disk, 'lock'))).toEqual([]);
});

test('F28 a claim that cannot be read is named, with what to do about it, and is not taken away', async () => {
  const dataDir = emptyFolder();
  mkdirSync(join(dataDir, 'lock'));
  const claim = join(dataDir, 'lock', '4711-half.claim');
  for (const half of ['', '{"pid":47']) {
    writeFileSync(claim, half);
    expect(await sentence(dataDir)).toBe(
      `${claim} says that another Truckroll may use this folder, but cannot be read. If none runs, delete that file and start again.`,
    );
    expect(readdirSync(join(dataDir, 'lock'))).toEqual(['4711-half.claim']);
  }
});

// Making and migrating a database took a fifth of the first start.
test('a first start copies the database the build has made, and finds nothing left to migrate', async () => {
  const built = await clonePgliteTemplate(true);
  onTestFinished(() => rmSync(built, { recursive: true, force: true }));
  const dataDir = emptyFolder();
  await preparePgliteFolder(dataDir, join(built, 'pg'));
  expect(readdirSync(dataDir)).toEqual(['pg']);
  const database = await openDatabase({ dataDir, durable: false });
  expect(await migrate(database).finally(() => database.close())).toEqual({ applied: [] });
  expect(readdirSync(join(built, 'pg'))).toContain('PG_VERSION');
});
