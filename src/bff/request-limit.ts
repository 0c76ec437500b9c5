/**
 * How long a request may take, and whether anybody still waits for it (R53). Not Fastify's `handlerTimeout`: that one
 * takes the request's 'close' for a browser that has gone, but Node emits it as soon as the body has been read, so
 * a write was given up at random and its limit never ran out.
 */
import type { FastifyReply } from 'fastify';
import { ProblemError } from '#contract/problem.ts';

/**
 * Runs `work` with a signal that fires when the limit is over or the connection is closed before the answer is out.
 * @throws ProblemError server.timeout at the limit, whether or not `work` listens to the signal
 */
export async function withinLimit<T>(
  reply: FastifyReply,
  limitMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const onClose = () => {
    if (!reply.raw.writableFinished) abort.abort();
  };
  reply.raw.once('close', onClose);
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort.abort();
      reject(new ProblemError('server.timeout'));
    }, limitMs);
  });
  try {
    return await Promise.race([work(abort.signal), overdue]);
  } finally {
    clearTimeout(timer);
    // The stream of a download goes on after this; its own writer notices a closed connection.
    reply.raw.off('close', onClose);
  }
}
