import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { join } from 'node:path';
import { startThread } from './pglite-thread.ts';

/**
 * `<dataDir>/pg`, created when missing. Made under another name and renamed when complete, so that a kill during
 * the first start leaves nothing half made; and in a thread of its own, because creating takes 800 MB which a
 * WASM memory never gives back (README).
 */
export async function preparePgliteFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'pg');
  if (existsSync(join(folder, 'PG_VERSION'))) return folder;
  if (existsSync(folder))
    throw new Error(`${folder} exists but holds no database. Move it away to start empty.`);
  const unfinished = join(dataDir, 'pg.new');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const ignore = () => undefined;
  const thread = await startThread({ folder: unfinished, durable: true }, ignore, ignore);
  await thread.close();
  renameSync(unfinished, folder);
  const parent = openSync(dataDir, 'r');
  fsyncSync(parent);
  closeSync(parent);
  return folder;
}

/** Bytes an ordinary user may still write there. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
