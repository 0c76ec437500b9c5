/** A restore into a folder of PGlite: beside the database there is, which stays untouched until the new one is whole. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '../folder-lock.ts';
import { prepareForMigrations } from '../migrate.ts';
import { SNAPSHOT_MS } from '../options.ts';
import { openPglite } from '../pglite.ts';
import { freeBytes } from '../pglite-folder.ts';
import { acceptRestored, putRestoredInPlace, removeRestoring, restoringIn } from '../pglite-restored.ts';
import { type ContentSink, type Receiver, receiveContents } from './contents.ts';
import { BackupError } from './header.ts';
import type { BackupFile } from './read-file.ts';
import { type Contents, contentsOf, type MigrationPlan, restoreInto } from './restore.ts';
import type { Progress } from './tally.ts';

export type Replaced = Contents | 'unreadable' | null;
const READ = { tenantId: 'system', readOnly: true } as const;

/**
 * What the folder holds now; null: nothing. 'unreadable': a database that does not open, which a restore may well be for.
 * Rejects while another process uses the folder.
 */
export async function contentsOfFolder(dataDir: string): Promise<Replaced> {
  if (!existsSync(join(dataDir, 'pg')) && !existsSync(join(dataDir, 'pg.restored'))) return null;
  (await lockFolder(dataDir)).release();
  try {
    const database = await openPglite({ dataDir, minFreeBytes: 0 });
    return await database.transaction(READ, contentsOf).finally(() => database.close());
  } catch {
    return 'unreadable';
  }
}

/**
 * @param isEmpty as `contentsOfFolder` found it: an empty database is not worth keeping
 * @returns where the former database is kept, null when there was none worth it
 * @throws BackupError, or an Error when a server runs on the folder; nothing has changed then
 */
export async function restoreFolder(
  dataDir: string,
  backup: BackupFile,
  plan: MigrationPlan,
  { isEmpty, sink, onProgress }: { isEmpty: boolean; sink: ContentSink; onProgress?: Progress },
): Promise<string | null> {
  const lock = await lockFolder(dataDir);
  const receiver = receiveContents(sink);
  try {
    removeRestoring(dataDir);
    try {
      await fill(restoringIn(dataDir), backup, plan, receiver, onProgress);
    } catch (error) {
      removeRestoring(dataDir);
      await receiver.undo();
      throw inWords(error);
    }
    acceptRestored(dataDir);
    const former = putRestoredInPlace(dataDir);
    if (former === null || !isEmpty) return former;
    rmSync(former, { recursive: true });
    return null;
  } finally {
    lock.release();
  }
}

async function fill(
  dataDir: string,
  backup: BackupFile,
  plan: MigrationPlan,
  receiver: Receiver,
  onProgress: Progress | undefined,
): Promise<void> {
  mkdirSync(dataDir, { mode: 0o700 });
  refuseWithoutRoom(dataDir, CREATED_BYTES);
  const database = await openPglite({ dataDir, bare: true });
  try {
    await prepareForMigrations(database);
    await database.transaction({ tenantId: 'system', deadlineMs: SNAPSHOT_MS }, (tx) =>
      restoreInto(tx, 'pglite', backup, plan, receiver, (...far) => {
        refuseWithoutRoom(dataDir);
        onProgress?.(...far);
      }),
    );
  } finally {
    await database.close();
  }
  // Opened once more, as the server will: what was just written is read from the disk.
  const again = await openPglite({ dataDir });
  const found = await again.transaction(READ, contentsOf).finally(() => again.close());
  if ((found === null) !== (backup.header.rows === 0)) {
    throw new BackupError('The restored database could not be read again.');
  }
}

/** Before PGlite meets a full disk itself, which it does not survive and may never come back from (db/README). */
function refuseWithoutRoom(dataDir: string, needed = 0): void {
  if (freeBytes(dataDir) < needed + RESERVE_BYTES) throw new BackupError(FULL);
}
const RESERVE_BYTES = 64 * 1024 * 1024;
/** An empty database with its log. */
const CREATED_BYTES = 40 * 1024 * 1024;
const FULL =
  'The disk is full: a restore needs room for a second database beside the first. Nothing has changed.';

function inWords(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  const isFull = ['ENOSPC', 'disk_full', '53100'].includes(code ?? '') || message.includes('disk is full');
  return isFull ? new BackupError(FULL, { cause: error }) : error;
}
