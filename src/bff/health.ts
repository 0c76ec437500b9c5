/** `/live`: the process runs. `/ready`: it may be sent work. Neither tells a stranger why not (R63). */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '#db/database.ts';

export type Readiness = {
  stopping: boolean;
  /** Resolves as soon as no request but streams is being answered. */
  idle(): Promise<void>;
};

/** Counts what is being answered, for `stopGracefully`. Register before any route. */
export function trackReadiness(app: FastifyInstance): void {
  const running = new Set<FastifyRequest>();
  let whenIdle: (() => void)[] = [];
  app.decorate('readiness', {
    stopping: false,
    idle: () =>
      running.size === 0 ? Promise.resolve() : new Promise<void>((resolve) => whenIdle.push(resolve)),
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.endpoint === 'events.stream') return;
    running.add(request);
    // Not onResponse: Fastify never calls it for a client that went away first, whose request would be kept for good.
    reply.raw.once('close', () => {
      running.delete(request);
      if (running.size > 0) return;
      for (const tell of whenIdle) tell();
      whenIdle = [];
    });
  });
}

export const HEALTH_PATHS = ['/live', '/ready'] as const;

export function registerHealth(app: FastifyInstance, database: Database): void {
  app.get('/live', { config: { kind: 'health' } }, async () => ({ live: true }));
  app.get('/ready', { config: { kind: 'health' } }, async (request, reply) => {
    const health = app.readiness.stopping ? null : await database.health();
    if (health && !health.ok) request.log.warn({ reason: health.reason ?? 'unknown' }, 'not ready');
    return reply.code(health?.ok ? 200 : 503).send({ ready: health?.ok === true });
  });
}
