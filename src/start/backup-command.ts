/**
 * `npm run backup -- FILE`: from the server that runs on this DATA_DIR, which goes on serving meanwhile, else straight
 * from its database.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { backUpThrough } from '#db/backup/back-up.ts';
import { BackupError } from '#db/backup/header.ts';
import { type Written, writeBackup } from '#db/backup/write-file.ts';
import { openDatabase } from '#db/open.ts';
import { SNAPSHOT_MS } from '#db/options.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { fileStoreOf, placeOf, sayTrouble } from './file-store.ts';
import { type LocalAccess, localAccess } from './local-token.ts';
import { counted, interruptible, showRows, whole } from './row-progress.ts';

const USAGE = 'Usage: npm run backup -- FILE [--force]\n';

type Write = (lines: AsyncIterable<string | Uint8Array>) => Promise<Written>;

/** @returns the exit code: 0 the file is whole and on the disk, 1 failed and nothing was left, 2 wrongly called */
export async function run(args: readonly string[]): Promise<number> {
  const [file, ...others] = args.filter((one) => one !== '--force');
  if (!file || file.startsWith('-') || others.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  const rows = showRows('Backing up');
  try {
    const environment = readEnvironment(process.env);
    // npm starts scripts in the package's folder; files are named from where the person stands.
    const path = resolve(process.env.INIT_CWD ?? '', file);
    const signal = interruptible();
    const started = performance.now();
    const write: Write = (lines) =>
      writeBackup(lines, path, { force: args.includes('--force'), onProgress: rows.progress, signal });
    const access = await localAccess(environment.dataDir);
    const { header, bytes, lostFiles } = await (access
      ? fromServer(access, write, signal)
      : fromDatabase(environment, write, signal));
    rows.done();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(
      `${path}: ${whole(header.rows)} rows of ${header.companies} ${header.companies === 1 ? 'company' : 'companies'}` +
        `${attached(header.files.count - lostFiles)}, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds} s.\n`,
    );
    if (lostFiles > 0)
      process.stdout.write(
        `Not in it: the contents of ${counted(lostFiles, 'attached file')}, missing or damaged in ${placeOf(environment)}.\n`,
      );
    return 0;
  } catch (error) {
    rows.done();
    process.stderr.write(
      `No backup was made: ${error instanceof Error ? error.message : 'an unknown fault'}\n`,
    );
    return 1;
  }
}

const attached = (files: number): string => (files === 0 ? '' : ` and ${counted(files, 'attached file')}`);

async function fromServer(access: LocalAccess, write: Write, signal: AbortSignal): Promise<Written> {
  process.stdout.write(`The server at ${access.url} does it and goes on serving.\n`);
  const headers = { Authorization: `Bearer ${access.token}` };
  // As `facades/local-backup.ts` has it.
  const answer = await fetch(`${access.url}/local/backup`, { headers, signal });
  if (!answer.ok || !answer.body) throw new BackupError(await answer.text());
  return await write(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0])).catch(
    (error: Error) => {
      // undici's word for a connection that ended before its time
      throw error.message === 'terminated' ? new BackupError('The server broke off the backup.') : error;
    },
  );
}

async function fromDatabase(environment: Environment, write: Write, signal: AbortSignal): Promise<Written> {
  const { dataDir, databaseUrl } = environment;
  const folder = join(dataDir, 'pg');
  if (!databaseUrl && !existsSync(folder)) throw new BackupError(`There is no database in ${dataDir}.`);
  // Reading needs no room to write: a full disk must not keep anybody from a backup to another one.
  const database = await openDatabase({ dataDir: folder, databaseUrl, minFreeBytes: 0 });
  try {
    const scope = { tenantId: 'system', readOnly: true, deadlineMs: SNAPSHOT_MS, signal } as const;
    const store = fileStoreOf(environment, sayTrouble);
    return await backUpThrough((work) => database.transaction(scope, work), database.engine, store, write);
  } finally {
    await database.close();
  }
}
