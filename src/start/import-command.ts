/**
 * `npm run import`: to the server that runs on this DATA_DIR, else straight into its database, with the same command and
 * the same endpoints. An empty database gets its company; the demo company is the server's business.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runImportCommand } from '#backend/imports/command.ts';
import { type ImportCall, inProcess, overHttp } from '#backend/imports/import-call.ts';
import { createImports } from '#backend/imports/imports.ts';
import { createBackend } from '#backend/upstream.ts';
import { createLogger } from '#bff/logging.ts';
import { systemClock } from '#db/clock.ts';
import type { Database } from '#db/database.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { ensureCompany } from './first-company.ts';
import { localActor } from './local-actor.ts';
import { localAccess } from './local-token.ts';

const out = (text: string): void => void process.stdout.write(text);
const err = (text: string): void => void process.stderr.write(text);

/** @returns the exit code: 0 done, 1 failed or canceled, 2 wrongly called */
export async function run(args: readonly string[]): Promise<number> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => {
    err('\nStopping after this batch; Ctrl C again ends at once.\n');
    interrupt.abort();
    process.once('SIGINT', () => process.exit(130));
  });
  const command = (imports: ImportCall): Promise<number> =>
    runImportCommand(args, {
      imports,
      out,
      err,
      isTerminal: process.stdout.isTTY === true,
      wait: sleep,
      signal: interrupt.signal,
    });
  try {
    const environment = readEnvironment(process.env);
    // npm starts scripts in the package's folder; files are named from where the person stands.
    if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
    const access = await localAccess(environment.dataDir);
    if (!access) return await withoutServer(environment, command);
    out(`The server at ${access.url} does it.\n`);
    return await command(overHttp(access));
  } catch (error) {
    err(`The import cannot go on: ${error instanceof Error ? error.message : 'an unknown fault'}\n`);
    return 1;
  }
}

async function withoutServer(
  { dataDir, databaseUrl, logLevel }: Environment,
  command: (imports: ImportCall) => Promise<number>,
): Promise<number> {
  const logger = createLogger({ level: logLevel, secrets: databaseUrl ? [databaseUrl] : [] });
  let fatal: Error | undefined;
  const database: Database = await openDatabase({
    dataDir: join(dataDir, 'pg'),
    databaseUrl,
    logger,
    onFatal: (reason) => {
      fatal = reason;
    },
  });
  try {
    await migrate(database);
    const { hasPeople } = await ensureCompany(database);
    const imports = createImports({
      database,
      clock: systemClock,
      folder: join(dataDir, 'imports'),
      onFault: (error, importId, requestId) =>
        logger.error({ err: error, importId, requestId }, 'an import failed'),
    });
    const backend = createBackend({ database, clock: systemClock, imports: imports.answer });
    const code = await command(inProcess(backend, await localActor(database))).finally(imports.stop);
    if (!hasPeople) {
      out('Nobody can sign in yet: npm start prints a one-time token with which the first admin is made.\n');
    }
    return code;
  } catch (error) {
    throw fatal ?? error;
  } finally {
    await database.close();
  }
}
