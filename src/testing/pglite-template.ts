import { constants, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFolder } from '#db/folder-lock.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { fingerprint } from './template-fingerprint.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/truckroll/', import.meta.url));

/** A new folder holding a copy of the (migrated) template: creating a database takes seconds, copying one does not. */
export async function clonePgliteTemplate(migrated: boolean): Promise<string> {
  const template = join(CACHE, `pglite-${fingerprint(migrated)}`);
  if (!existsSync(template)) await makeTemplate(template, migrated);
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-pglite-'));
  cpSync(template, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return folder;
}

async function makeTemplate(template: string, migrated: boolean): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const lock = await lockWhenFree(CACHE);
  try {
    if (existsSync(template)) return;
    const unfinished = mkdtempSync(join(CACHE, 'unfinished-'));
    const database = await openDatabase({ dataDir: unfinished, durable: false });
    if (migrated) await migrate(database);
    await database.close();
    rmSync(join(unfinished, 'lock'), { recursive: true });
    renameSync(unfinished, template);
  } finally {
    lock.release();
  }
}

/** Two vitest workers need the template at once: the second waits for the first. */
async function lockWhenFree(folder: string): ReturnType<typeof lockFolder> {
  const giveUpAt = performance.now() + 120_000;
  for (;;) {
    try {
      return await lockFolder(folder);
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
    }
  }
}
