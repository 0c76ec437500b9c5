import type { FastifyInstance } from 'fastify';

type StopOptions = {
  /** How long running requests may take to finish. Default 10 s. */
  readonly finishMs?: number;
  /** How long `/ready` says no before new connections are refused, for a balancer to notice. Default 0. */
  readonly drainMs?: number;
};

/**
 * Stops without losing a write (F26): `/ready` says no, nobody new is let in, what runs is finished, streams are told
 * when to come back, the rest is cut. Ends within `drainMs + finishMs` and a second or two.
 */
export async function stopGracefully(
  app: FastifyInstance,
  { finishMs = 10_000, drainMs = 0 }: StopOptions = {},
): Promise<void> {
  const { readiness, streams, server } = app;
  readiness.stopping = true;
  if (drainMs > 0) await after(drainMs);
  server.close();
  server.closeIdleConnections();
  await Promise.race([readiness.idle(), after(finishMs)]);
  streams.endAll();
  const cut = setTimeout(() => server.closeAllConnections(), 1000).unref();
  await app.close();
  clearTimeout(cut);
  server.closeAllConnections();
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
