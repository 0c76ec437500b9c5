import { existsSync, mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { diskIsFull } from './folder-trouble.ts';
import { flushFolder, putRestoredInPlace } from './pglite-restored.ts';
import { startThread } from './pglite-thread.ts';

/** An empty database is 45 MB with its log; below 64 MB free nothing could be written into it (`MIN_FREE_BYTES`). */
const NEEDED_TO_CREATE = 128 * 1024 ** 2;
/** With less than a file of the log left, a creation that failed failed for that. */
const LEFT_OVER = 16 * 1024 ** 2;

/**
 * `<dataDir>/pg`, created when missing. Made under another name and renamed when complete, so that a kill during
 * the first start leaves nothing half made; and in a thread of its own, because creating takes 800 MB which a
 * WASM memory never gives back (README).
 */
export async function preparePgliteFolder(dataDir: string): Promise<string> {
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
    const ignore = () => undefined;
    const thread = await startThread({ folder: unfinished, durable: true }, ignore, ignore);
    await thread.close();
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

/** Bytes an ordinary user may still write there. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
