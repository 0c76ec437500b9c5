/** `npm run restore -- FILE [--replace]`: only while no server runs, and all of it or nothing. */
import { join, resolve } from 'node:path';
import type { ContentSink } from '#db/backup/contents.ts';
import { BackupError, type Header } from '#db/backup/header.ts';
import { type BackupFile, openBackup } from '#db/backup/read-file.ts';
import { type MigrationPlan, planMigrations } from '#db/backup/restore.ts';
import { contentsOfFolder, type Replaced, restoreFolder } from '#db/backup/restore-pglite.ts';
import { contentsOfDatabase, restoreDatabase } from '#db/backup/restore-postgres.ts';
import type { Progress } from '#db/backup/tally.ts';
import { readMigrations } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { readEnvironment } from './environment.ts';
import { fileStoreOf, placeOf, sayTrouble } from './file-store.ts';
import { localAccess } from './local-token.ts';
import { counted, showRows, whole } from './row-progress.ts';

const USAGE = 'Usage: npm run restore -- FILE [--replace]\n';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Job = {
  readonly backup: BackupFile;
  readonly plan: MigrationPlan;
  readonly replace: boolean;
  readonly sink: ContentSink;
  readonly progress: Progress;
};

/** @returns the exit code: 0 restored, 1 nothing has changed, 2 wrongly called */
export async function run(args: readonly string[]): Promise<number> {
  const [file, ...others] = args.filter((one) => one !== '--replace');
  if (!file || file.startsWith('-') || others.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const rows = showRows('Restoring');
  try {
    const environment = readEnvironment(process.env);
    const { dataDir, databaseUrl } = environment;
    const server = await localAccess(dataDir);
    if (server) throw new BackupError(`The server at ${server.url} uses the database. Stop it first.`);
    const started = performance.now();
    const backup = await openBackup(resolve(process.env.INIT_CWD ?? '', file));
    const plan = planMigrations(backup.header, await readMigrations());
    say(describe(backup.header));
    const sink = fileStoreOf(environment, sayTrouble);
    const job = { backup, plan, sink, replace: args.includes('--replace'), progress: rows.progress };
    const kept = databaseUrl
      ? await intoPostgres(databaseUrl, job)
      : await intoFolder(join(dataDir, 'pg'), job);
    rows.done();
    say(
      `Restored and counted in ${((performance.now() - started) / 1000).toFixed(1)} s. Everybody signs in again.`,
    );
    if (backup.header.files.count > 0) say(`Attached files are in ${placeOf(environment)}.`);
    if (kept) say(`The former database is kept in ${kept}; delete it when nobody needs it any more.`);
    return 0;
  } catch (error) {
    rows.done();
    process.stderr.write(
      `Nothing was restored: ${error instanceof Error ? error.message : 'an unknown fault'}\n`,
    );
    return 1;
  }
}

const describe = ({ made, companies, rows, files, migrations }: Header): string =>
  `The backup of ${made} is whole: ${whole(rows)} rows of ${companies} ${companies === 1 ? 'company' : 'companies'}` +
  `${files.count > 0 ? ` and ${counted(files.count, 'attached file')}` : ''}, at migration ${migrations.at(-1)!.name.slice(0, 4)}.`;

async function intoFolder(folder: string, job: Job): Promise<string | null> {
  const contents = await contentsOfFolder(folder);
  announce(contents, folder, job.replace);
  return await restoreFolder(folder, job.backup, job.plan, {
    isEmpty: contents === null,
    sink: job.sink,
    onProgress: job.progress,
  });
}

async function intoPostgres(databaseUrl: string, job: Job): Promise<null> {
  // One connection: every other by our name is another program's.
  const database = await openDatabase({ databaseUrl, maxConnections: 1 });
  try {
    announce(await contentsOfDatabase(database), 'the PostgreSQL of DATABASE_URL', job.replace);
    await restoreDatabase(database, job.backup, job.plan, job.sink, job.progress);
    return null;
  } finally {
    await database.close();
  }
}

/** @throws BackupError when there is something to lose and nobody said `--replace` */
function announce(contents: Replaced, where: string, replace: boolean): void {
  if (contents === null) return;
  const what =
    contents === 'unreadable'
      ? 'a database that does not open'
      : `${contents.companies.join(', ')} with ${whole(contents.customers)} customers and ${whole(contents.jobs)} jobs`;
  if (!replace) {
    throw new BackupError(`There is ${what} in ${where}. Add --replace to put the backup in its place.`);
  }
  say(`It replaces ${what} in ${where}.`);
}
