/**
 * The second port, for other programs. The foreign APIs come with their issues; until then it answers health, and the
 * commands beside the server (`local.ts`).
 */
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Actor, Upstream } from '#contract/upstream.ts';
import { registerLocal } from './local.ts';

export type ApiParts = {
  backend: Upstream;
  isHealthy: () => Promise<boolean>;
  logger: Logger;
  /** What DATA_DIR/local-token holds. */
  localToken: string;
  /** Who acts when a command comes with that token; throws ProblemError when there is nobody yet. */
  localActor: () => Promise<Actor>;
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
    const ok = await parts.isHealthy();
    return reply.code(ok ? 200 : 503).send({ ready: ok });
  });
  registerLocal(app, parts);
  return app;
}
