/**
 * Run as a process of its own by tests that kill it: restores FILE over what TARGET holds (a data folder or a postgres://
 * URL), attached files into the folder FILES, and prints how many rows, then files are done. Says why on stderr and
 * exits with 1.
 */
import { folderStore } from '#backend/files/folder.ts';
import { openBackup } from '#db/backup/read-file.ts';
import { planMigrations } from '#db/backup/restore.ts';
import { restoreFolder } from '#db/backup/restore-pglite.ts';
import { restoreDatabase } from '#db/backup/restore-postgres.ts';
import { readMigrations } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';

const [target = '', file = '', files = ''] = process.argv.slice(2);
const sink = folderStore(files);
const onProgress = (done: number, _rows: number, filesDone: number) =>
  void process.stdout.write(`${done}${filesDone > 0 ? ` ${filesDone}` : ''}\n`);

try {
  const backup = await openBackup(file);
  const plan = planMigrations(backup.header, await readMigrations());
  if (target.startsWith('postgres:')) {
    const database = await openDatabase({ databaseUrl: target, maxConnections: 1 });
    await restoreDatabase(database, backup, plan, sink, onProgress);
    await database.close();
  } else {
    await restoreFolder(target, backup, plan, { isEmpty: false, sink, onProgress });
  }
  console.log('restored');
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
