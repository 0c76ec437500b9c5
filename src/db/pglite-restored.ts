/**
 * A restored database takes the place of the one there is, so that a kill at any moment leaves one of both whole.
 * `acceptRestored` is the moment: one rename. Whoever opens the folder next, be it the restore or a server, puts it in
 * place under the folder's lock (`pglite-folder.ts`).
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from './clock.ts';

/** What to open for restoring into: a data folder within the data folder. */
export const restoringIn = (dataDir: string): string => join(dataDir, 'restoring');
const acceptedIn = (dataDir: string): string => join(dataDir, 'pg.restored');

/** Before a restore begins, and when it failed: nothing of it is left. */
export const removeRestoring = (dataDir: string): void =>
  rmSync(restoringIn(dataDir), { recursive: true, force: true });

/** The restored database, closed and checked, is from now on the one that will be opened. */
export function acceptRestored(dataDir: string): void {
  renameSync(join(restoringIn(dataDir), 'pg'), acceptedIn(dataDir));
  flushFolder(dataDir);
  removeRestoring(dataDir);
}

/**
 * Puts an accepted restore in place; the former database is kept beside it under a name of its own. Each step can be
 * the last before a kill: what is done is seen from what is there.
 * @returns where the former database lies; null when there was none or nothing was to be done
 */
export function putRestoredInPlace(dataDir: string): string | null {
  const accepted = acceptedIn(dataDir);
  if (!existsSync(accepted)) return null;
  const place = join(dataDir, 'pg');
  let former: string | null = null;
  if (existsSync(place)) {
    former = join(dataDir, `pg.replaced-${systemClock.now().replace(/[-:.]/g, '')}`);
    renameSync(place, former);
  }
  renameSync(accepted, place);
  flushFolder(dataDir);
  return former;
}

export function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
