/** For tests of backups: files in a folder of their own, restores into new databases, and a database as plain text. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { folderStore } from '#backend/files/folder.ts';
import { backUpThrough } from '#db/backup/back-up.ts';
import { openBackup } from '#db/backup/read-file.ts';
import { planMigrations } from '#db/backup/restore.ts';
import { restoreFolder } from '#db/backup/restore-pglite.ts';
import { restoreDatabase } from '#db/backup/restore-postgres.ts';
import { type Written, writeBackup } from '#db/backup/write-file.ts';
import type { Database } from '#db/database.ts';
import { readMigrations } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { openTestDatabase } from './databases.ts';

export const SYSTEM = { tenantId: 'system' } as const;

/** A folder that is gone after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'truckroll-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** For attached files; gone after the test, unless the folder is somebody else's. */
export const newSink = (folder = testFolder()) => folderStore(folder);

/** What the server and `npm run backup` do together. `during` runs when the snapshot stands and nothing is read yet. */
export async function backUp(
  database: Database,
  path: string,
  options: { during?: () => Promise<void>; force?: boolean; files?: string } = {},
): Promise<Written> {
  return backUpThrough(
    (work) =>
      database.snapshot(async (tx) => {
        await tx.query('select 1');
        await options.during?.();
        await work(tx);
      }),
    database.engine,
    options.files ? folderStore(options.files) : { read: async () => null },
    (lines) => writeBackup(lines, path, { force: options.force ?? false }),
  );
}

/** The backup in a new database of that engine, closed and gone after the test; attached files in `files`. */
export async function restoreInNew(
  engine: Database['engine'],
  path: string,
  files = testFolder(),
): Promise<Database> {
  const sink = folderStore(files);
  const backup = await openBackup(path);
  const plan = planMigrations(backup.header, await readMigrations());
  if (engine === 'postgres') {
    const target = await openTestDatabase('postgres', { migrated: false, open: { maxConnections: 1 } });
    onTestFinished(() => target.remove());
    await restoreDatabase(target.database, backup, plan, sink);
    return target.database;
  }
  const dataDir = testFolder();
  await restoreFolder(dataDir, backup, plan, { isEmpty: true, sink });
  const database = await openDatabase({ dataDir, durable: false });
  onTestFinished(() => database.close());
  return database;
}

/**
 * Every row of every table of both schemas as PostgreSQL writes it, sorted; sessions are told apart because a backup has
 * none. Asked for by `select *`: not by the code under test.
 */
export function wholeText(database: Database): Promise<Record<string, string[]>> {
  return database.transaction({ ...SYSTEM, readOnly: true }, async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_schema in ('office', 'company') and table_name <> 'sessions' order by 1`,
    );
    const text: Record<string, string[]> = {};
    for (const { name } of tables) {
      const rows = await tx.query<{ row: string }>(
        `select t::text as row from ${name} t order by t::text collate "C"`,
      );
      text[name] = rows.map(({ row }) => row);
    }
    return text;
  });
}
