import { constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { cp, open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskIsFull } from './folder-trouble.ts';
import { flushFolder, putRestoredInPlace } from './pglite-restored.ts';
import { startThread } from './pglite-thread.ts';

/** An empty database is 45 MB with its log; below 64 MB free nothing could be written into it (`MIN_FREE_BYTES`). */
const NEEDED_TO_CREATE = 128 * 1024 ** 2;
/** With less than a file of the log left, a creation that failed failed for that. */
const LEFT_OVER = 16 * 1024 ** 2;

/** An empty migrated database, made by the build (`src/setup/template.mjs`). Missing when run from the sources. */
const TEMPLATE = fileURLToPath(new URL('./pglite-template/', import.meta.url));

/**
 * `<dataDir>/pg`, created when missing: a copy of the template where there is one. Made under another name and renamed
 * when complete, so that a kill during the first start leaves nothing half made.
 */
export async function preparePgliteFolder(
  dataDir: string,
  template: string | null = TEMPLATE,
): Promise<string> {
  const folder = join(dataDir, 'pg');
  putRestoredInPlace(dataDir);
  if (existsSync(join(folder, 'PG_VERSION'))) return folder;
  if (existsSync(folder))
    throw new Error(`${folder} exists but holds no database. Move it away to start empty.`);
  const unfinished = join(dataDir, 'pg.new');
  rmSync(unfinished, { recursive: true, force: true });
  if (freeBytes(dataDir) < NEEDED_TO_CREATE) {
    const needed = NEEDED_TO_CREATE / 1024 ** 2;
    throw new Error(`${diskIsFull(dataDir)} A new database needs ${needed} MB.`);
  }
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    if (template && existsSync(template)) await copyFlushed(template, unfinished);
    else await createIn(unfinished);
  } catch (error) {
    // Somebody else may fill the disk meanwhile; half a database must not keep what is left.
    const isFull = freeBytes(dataDir) < LEFT_OVER;
    rmSync(unfinished, { recursive: true, force: true });
    throw isFull ? new Error(diskIsFull(dataDir), { cause: error }) : error;
  }
  renameSync(unfinished, folder);
  flushFolder(dataDir);
  return folder;
}

/** In a thread of its own, because creating takes 800 MB which a WASM memory never gives back (README). */
async function createIn(folder: string): Promise<void> {
  const ignore = () => undefined;
  const thread = await startThread({ folder, durable: true }, ignore, ignore);
  await thread.close();
}

/** Flushed several at a time: one after the other the 1,500 files take 5 s on a busy disk instead of 0.4. */
const FLUSHED_TOGETHER = 8;

/** PostgreSQL flushes only what it writes itself: files that came as a copy would not survive a power cut. */
async function copyFlushed(from: string, into: string): Promise<void> {
  await cp(from, into, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const names = readdirSync(into, { recursive: true, encoding: 'utf8' });
  const waiting = [into, ...names.map((name) => join(into, name))];
  const flushInTurn = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const file = await open(path, 'r');
      await file.sync().finally(() => file.close());
    }
  };
  await Promise.all(Array.from({ length: FLUSHED_TOGETHER }, flushInTurn));
}

/** Bytes an ordinary user may still write there. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
