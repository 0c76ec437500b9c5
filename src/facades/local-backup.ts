/**
 * `npm run backup` beside the running server: the whole database as lines, for whoever can read DATA_DIR/local-token. The
 * command compresses and checks them; what is missing at the end it sees from the lines.
 */
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ApiParts } from './app.ts';
import { asksForToken } from './local.ts';

/** `start/backup-command.ts` asks for it. */
const LOCAL_BACKUP = '/local/backup';

export function registerLocalBackup(
  app: FastifyInstance,
  parts: Pick<ApiParts, 'localToken' | 'backUp'>,
): void {
  const running = new Set<AbortController>();
  // A server that is told to stop does not wait for a backup.
  app.addHook('preClose', async () => {
    for (const one of running) one.abort();
  });
  app.get(LOCAL_BACKUP, { onRequest: asksForToken(parts.localToken) }, async (request, reply) => {
    const abort = new AbortController();
    running.add(abort);
    const lines = new PassThrough({ highWaterMark: 1024 * 1024, signal: abort.signal });
    lines.on('error', (error) => {
      if (reply.sent) request.log.warn({ reason: error.message }, 'a backup was cut off');
    });
    reply.raw.on('close', () => abort.abort());
    const done = parts.backUp(lines, abort.signal).finally(() => running.delete(abort));
    try {
      // As long as nothing is sent, a failure can still be told.
      await Promise.race([once(lines, 'readable', { signal: abort.signal }), done]);
    } catch (error) {
      request.log.error({ err: error }, 'a backup failed');
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send((error as Error).message);
    }
    done.catch((error: Error) => lines.destroy(error));
    return reply.type('application/x-ndjson').send(lines);
  });
}
