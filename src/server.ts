/**
 * The process: reads the environment, opens and migrates the database, fills an empty one, hands the embedded backend
 * to the BFF, listens on PORT and API_PORT, and stops without losing a write.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { deliveryCalendars } from '#backend/delivery-feed/open.ts';
import { createFiles } from '#backend/files/files.ts';
import { sweepParts } from '#backend/files/folder.ts';
import { createImports } from '#backend/imports/imports.ts';
import { startMessageClock } from '#backend/messages/clock.ts';
import { createSender } from '#backend/messages/sender.ts';
import { smtpTransport } from '#backend/messages/smtp.ts';
import { technicianDays } from '#backend/technician-day/open.ts';
import { createBackend } from '#backend/upstream.ts';
import { throttledNetwork } from '#bff/address.ts';
import { buildApp } from '#bff/app.ts';
import { checkOrigin } from '#bff/config.ts';
import { perMinute } from '#bff/day-page/rate.ts';
import { createLogger } from '#bff/logging.ts';
import { stopGracefully } from '#bff/stop.ts';
import { dump } from '#db/backup/dump.ts';
import { systemClock } from '#db/clock.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { buildApiApp } from '#facades/app.ts';
import { type Environment, readEnvironment } from './start/environment.ts';
import { fileSecrets, fileStoreOf, filesFolder } from './start/file-store.ts';
import { prepareCompany } from './start/first-start.ts';
import { listenOn } from './start/listen.ts';
import { localActor } from './start/local-actor.ts';
import { createLocalToken } from './start/local-token.ts';
import { mailServerOf } from './start/mail-environment.ts';
import { startOutbound } from './start/outbound.ts';
import { outboundSecrets } from './start/outbound-environment.ts';

const DAY_MS = 24 * 3600_000;
/** A whole office behind one address, or one reverse proxy: each calendar asks about once an hour. */
const CALENDARS_PER_MINUTE = 120;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Ends with a sentence instead of a stack: what the operator can do something about. */
function end(reason: string): never {
  process.stderr.write(`Truckroll cannot go on: ${reason}\n`);
  process.exit(1);
}

async function start(environment: Environment): Promise<void> {
  checkOrigin({ publicOrigin: environment.publicOrigin });
  const { dataDir, databaseUrl, host, port, apiPort } = environment;
  const mailServer = environment.mail && (await mailServerOf(environment.mail));
  const secrets = [
    ...(databaseUrl ? [databaseUrl] : []),
    ...(mailServer?.password ? [mailServer.password] : []),
    ...(await fileSecrets(environment)),
    ...(await outboundSecrets([environment.geocoder, environment.matrix])),
  ];
  const logger = createLogger({ level: environment.logLevel, secrets });
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
  const store = fileStoreOf(environment, (reason) => logger.error({ reason }, 'the store of files failed'));
  await sweepParts(filesFolder(dataDir), systemClock.ms() - DAY_MS);
  const files = createFiles({ database, store });
  const backend = createBackend({
    database,
    clock: systemClock,
    imports: imports.answer,
    files,
    canMail: mailServer !== null,
    apiOrigin: environment.apiOrigin,
  });
  const publicOrigin = new URL(environment.publicOrigin).origin;
  const webRoot = fileURLToPath(new URL('../web/', import.meta.url));
  const app = await buildApp({
    database,
    upstream: backend,
    technicianDays: technicianDays(database, systemClock, publicOrigin),
    clock: systemClock,
    logger,
    config: {
      publicOrigin: environment.publicOrigin,
      trustedProxies: environment.trustedProxies,
      map: environment.map,
      webRoot: existsSync(join(webRoot, 'index.html')) ? webRoot : null,
    },
  });
  const calendarsAllowed = perMinute(systemClock, CALENDARS_PER_MINUTE);
  const localToken = await createLocalToken(dataDir, { host, apiPort });
  const api = buildApiApp({
    backend,
    logger,
    localToken: localToken.value,
    localActor: () => localActor(database),
    isHealthy: async () => (await database.health()).ok,
    backUp: (into, signal) =>
      database.snapshot((tx) => pipeline(dump(tx, database.engine, store), into), signal),
    measured: {
      requests: app.requestCounts.all,
      streams: app.streams.count,
      database: database.health,
    },
    deliveryCalendars: deliveryCalendars(database, systemClock, publicOrigin),
    isCalendarAllowed: (address) => calendarsAllowed(throttledNetwork(address)),
  });
  const sender = createSender({
    database,
    clock: systemClock,
    transport: mailServer && smtpTransport(mailServer),
    publicOrigin,
    logger,
  });
  const stopMessages = startMessageClock(sender, logger);
  const stopOutbound = startOutbound(environment, database, logger);
  await listenOn(app, host, port, 'PORT');
  await listenOn(api, host, apiPort, 'API_PORT');
  say(`Truckroll is ready at ${environment.publicOrigin}`);
  for (const line of signIn) say(line);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await localToken.remove();
    await imports.stop();
    await stopGracefully(app);
    await api.close();
    await stopMessages();
    await stopOutbound();
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
