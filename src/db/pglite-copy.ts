/**
 * A second folder with the state of one moment, while the first is in use: for backups. PGlite has one connection, so
 * reading everything in one transaction would make everybody wait for all of it.
 *
 * Files are copied while others write; then, in a turn of the line (nothing is half-written between two transactions),
 * those that changed meanwhile once more. The copy is what a power cut at that moment would have left; the log in it
 * brings it up to that moment when it is opened.
 */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { constants, copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { DatabaseError } from './database.ts';
import { freeBytes } from './pglite-folder.ts';

/** Times of files move in steps of up to 10 ms: one that changed this recently may have changed again unseen. */
const UNSURE_MS = 100;
/** Stays free for the database itself, which refuses writes below 64 MB (pglite.ts). */
const SPARE_BYTES = 128 * 1024 * 1024;

/** Beside the database, so that the space is known and a file system that can shares the blocks. */
export const copyOf = (folder: string): string => join(dirname(folder), 'copy');

export const removeCopy = (folder: string): Promise<void> =>
  rm(copyOf(folder), { recursive: true, force: true });

/**
 * Makes `copyOf(folder)/pg`, to be opened with `dataDir: copyOf(folder)`.
 * @param inTurn runs its argument while no transaction runs
 * @throws DatabaseError 'disk_full' when the copy would not fit
 */
export async function copyPgliteFolder(
  folder: string,
  inTurn: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await removeCopy(folder);
  const target = join(copyOf(folder), 'pg');
  await mkdir(target, { recursive: true, mode: 0o700 });
  const { mtimeMs: startedMs } = statSync(target);
  const first = list(folder);
  refuseWithoutRoom(folder, first);
  await makeFolders(target, first);
  for (const [name, { isFolder }] of first) if (!isFolder) await copy(folder, target, name);
  await inTurn(async () => {
    const now = list(folder);
    for (const name of first.keys()) {
      if (!now.has(name)) await rm(join(target, name), { recursive: true, force: true });
    }
    await makeFolders(target, now);
    for (const [name, found] of now) {
      if (found.isFolder) continue;
      const before = first.get(name);
      const isSame = before?.size === found.size && before.changedMs === found.changedMs;
      if (!isSame || found.changedMs > startedMs - UNSURE_MS) await copy(folder, target, name);
    }
  });
}

type Found = { readonly isFolder: boolean; readonly size: number; readonly changedMs: number };

/**
 * Everything under the folder by its path in it, folders before what they hold. At once: others wait for the second
 * look, and a thousand files take 10 ms this way, 150 one promise after the other.
 */
function list(folder: string): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(pathOf(entry), entry.name);
    const state = statSync(path, { throwIfNoEntry: false });
    if (!state) continue;
    const { size, mtimeMs: changedMs } = state;
    found.set(relative(folder, path), { isFolder: entry.isDirectory(), size, changedMs });
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Node 20 calls it `path`, later ones `parentPath`. */
const pathOf = (entry: Dirent & { path?: string }): string => entry.parentPath ?? entry.path;

async function makeFolders(target: string, found: ReadonlyMap<string, Found>): Promise<void> {
  for (const [name, { isFolder }] of found) {
    // PostgreSQL wants its empty folders too.
    if (isFolder) await mkdir(join(target, name), { recursive: true, mode: 0o700 });
  }
}

const copy = (folder: string, target: string, name: string) =>
  copyFile(join(folder, name), join(target, name), constants.COPYFILE_FICLONE).catch(ifGone);

/** Removed since it was listed: the second look sees that. */
function ifGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error.code === 'ENOSPC' ? fullDisk() : error;
}

function refuseWithoutRoom(folder: string, found: ReadonlyMap<string, Found>): void {
  const size = [...found.values()].reduce((sum, one) => sum + one.size, 0);
  if (freeBytes(folder) < size + SPARE_BYTES) throw fullDisk(size);
}

const fullDisk = (size?: number) =>
  new DatabaseError(
    `A backup beside the running server needs ${size === undefined ? '' : `${Math.ceil((size + SPARE_BYTES) / 1024 ** 2)} MB of `}free space where the data lies for a moment. Free some, or stop the server and make the backup alone`,
    { code: 'disk_full' },
  );
