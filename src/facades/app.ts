/**
 * The second port, for other programs. The foreign APIs come with their issues; until then it answers health, metrics, and
 * the commands beside the server (`local.ts`, `local-backup.ts`).
 */
import type { Writable } from 'node:stream';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Actor, Upstream } from '#contract/upstream.ts';
import { ANSWERS, answerAlike } from './answers.ts';
import { registerCalendars } from './calendars.ts';
import { registerLocal } from './local.ts';
import { registerLocalBackup } from './local-backup.ts';
import { type Measured, registerMetrics } from './metrics.ts';

export type ApiParts = {
  backend: Upstream;
  isHealthy: () => Promise<boolean>;
  logger: Logger;
  /** What DATA_DIR/local-token holds. */
  localToken: string;
  /** Who acts when a command comes with that token; throws ProblemError when there is nobody yet. */
  localActor: () => Promise<Actor>;
  /** Writes the whole database as lines (`db/backup/dump.ts`); rejects with a sentence for the operator. */
  backUp: (into: Writable, signal: AbortSignal) => Promise<void>;
  measured: Measured;
  /** What somebody's secret address shows; null where it opens nothing. */
  deliveryCalendars: (token: string) => Promise<string | null>;
  /** False: that network has asked too often within this minute. */
  isCalendarAllowed: (address: string) => boolean;
};

export function buildApiApp(parts: ApiParts) {
  const app = Fastify({
    loggerInstance: parts.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    ...ANSWERS,
    requestTimeout: 15 * 60_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1000 },
  });
  const closeTable = answerAlike(app as unknown as FastifyInstance);
  app.get('/live', () => ({ live: true }));
  app.get('/ready', async (_request, reply) => {
    const ok = await parts.isHealthy();
    return reply.code(ok ? 200 : 503).send({ ready: ok });
  });
  registerMetrics(app, parts.measured);
  registerLocal(app, parts);
  registerLocalBackup(app, parts);
  registerCalendars(app, parts);
  closeTable();
  return app;
}
