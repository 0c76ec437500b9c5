/**
 * The second port, for other programs. The foreign APIs come with their issues; until then it answers health, and the
 * commands beside the server (`local.ts`).
 */
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Upstream } from '#contract/upstream.ts';
import type { Clock } from '#db/clock.ts';
import type { Database } from '#db/database.ts';
import { registerLocal } from './local.ts';

export type ApiParts = {
  database: Database;
  backend: Upstream;
  clock: Clock;
  logger: Logger;
  /** What DATA_DIR/local-token holds. */
  localToken: string;
};

export function buildApiApp(parts: ApiParts) {
  const app = Fastify({
    loggerInstance: parts.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    requestTimeout: 15 * 60_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1000 },
  });
  app.get('/live', () => ({ live: true }));
  app.get('/ready', async (_request, reply) => {
    const { ok } = await parts.database.health();
    return reply.code(ok ? 200 : 503).send({ ready: ok });
  });
  registerLocal(app, parts);
  return app;
}
