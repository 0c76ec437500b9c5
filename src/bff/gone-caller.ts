/** Closing a tab in the middle of a request is everyday life: told in the log, but no error to wake anybody for. */
import type { FastifyReply } from 'fastify';
import { ProblemError } from '#contract/problem.ts';
import { DatabaseError } from '#db/database.ts';

const CUT = new Set([
  'ECONNRESET',
  'EPIPE',
  'ABORT_ERR',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_DESTROYED',
]);

/** The connection is closed and `error` says no more than that; a fault stays one whoever waited for its answer. */
export function isGoneCaller(reply: FastifyReply, error: unknown): boolean {
  if (!reply.raw.destroyed && !reply.request.raw.destroyed && !reply.request.socket.destroyed) return false;
  if (error instanceof DatabaseError) return error.code === 'aborted';
  if (error instanceof ProblemError) return error.code === 'server.timeout';
  return CUT.has((error as NodeJS.ErrnoException | null)?.code ?? '');
}
