/**
 * The process: reads the environment, opens and migrates the database, fills an empty one, hands the embedded backend
 * to the BFF, listens on PORT and API_PORT, and stops without losing a write.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createImports } from '#backend/imports/imports.ts';
import { startMessageClock } from '#backend/messages/clock.ts';
import { createBackend } from '#backend/upstream.ts';
import { buildApp } from '#bff/app.ts';
import { checkOrigin } from '#bff/config.ts';
import { createLogger } from '#bff/logging.ts';
import { stopGracefully } from '#bff/stop.ts';
import { systemClock } from '#db/clock.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { buildApiApp } from '#facades/app.ts';
import { type Environment, readEnvironment } from './start/environment.ts';
import { prepareCompany } from './start/first-start.ts';
import { localActor } from './start/local-actor.ts';
import { createLocalToken } from './start/local-token.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Ends with a sentence instead of a stack: what the operator can do something about. */
function end(reason: string): never {
  process.stderr.write(`Truckroll cannot go on: ${reason}\n`);
  process.exit(1);
}

async function start(environment: Environment): Promise<void> {
  checkOrigin({ publicOrigin: environment.publicOrigin });
  const { dataDir, databaseUrl, host, port, apiPort } = environment;
  const logger = createLogger({ level: environment.logLevel, secrets: databaseUrl ? [databaseUrl] : [] });
  const database = await openDatabase({
    dataDir: join(dataDir, 'pg'),
    databaseUrl,
    logger,
    onFatal: (reason) => end(reason.message),
  });
  await migrate(database);
  const progress = (step: string, done: number, total: number) => {
    if (process.stdout.isTTY) process.stdout.write(`\rLoading the demo company: ${step} ${done}/${total} `);
    if (process.stdout.isTTY && done === total) say('');
  };
  const signIn = await prepareCompany(database, systemClock, environment, progress);
  const imports = createImports({
    database,
    clock: systemClock,
    folder: join(dataDir, 'imports'),
    onFault: (err, importId, requestId) => logger.error({ err, importId, requestId }, 'an import failed'),
  });
  const backend = createBackend({ database, clock: systemClock, imports: imports.answer });
  const webRoot = fileURLToPath(new URL('../web/', import.meta.url));
  const app = await buildApp({
    database,
    upstream: backend,
    clock: systemClock,
    logger,
    config: {
      publicOrigin: environment.publicOrigin,
      trustedProxies: environment.trustedProxies,
      webRoot: existsSync(join(webRoot, 'index.html')) ? webRoot : null,
    },
  });
  const localToken = await createLocalToken(dataDir, { host, apiPort });
  const api = buildApiApp({
    backend,
    logger,
    localToken: localToken.value,
    localActor: () => localActor(database),
    isHealthy: async () => (await database.health()).ok,
  });
  const stopMessages = startMessageClock(database, systemClock, logger);
  await app.listen({ host, port });
  await api.listen({ host, port: apiPort });
  say(`Truckroll is ready at ${environment.publicOrigin}`);
  for (const line of signIn) say(line);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    stopMessages();
    await localToken.remove();
    await imports.stop();
    await stopGracefully(app);
    await api.close();
    await database.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  // A bug outside any request: said, and the process ends, so that a supervisor starts a sound one (F36).
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ err: error }, event);
      process.exit(1);
    });
  }
}

try {
  await start(readEnvironment(process.env));
} catch (error) {
  end(error instanceof Error ? error.message : 'an unknown fault');
}
