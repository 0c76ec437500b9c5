import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '#contract/problem.ts';
import type { Headers } from '../headers.ts';
import type { LiveSession } from '../session/live-session.ts';

/**
 * `GET /api/events`. The browser reads it with fetch, so the anti-forgery header is required as everywhere (R14).
 * @param after the query's; `Last-Event-ID` of a reconnect is newer and wins
 */
export function openEventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  session: LiveSession,
  after: string | undefined,
  headers: Headers,
): FastifyReply {
  const accept = request.headers.accept ?? '';
  if (!accept.includes('text/event-stream')) throw new ProblemError('request.not_acceptable');
  const { streams } = request.server;
  streams.checkRoom(session);
  const resumed = request.headers['last-event-id'];
  reply.hijack();
  streams.open(session, (typeof resumed === 'string' ? resumed : after) ?? null, reply.raw, {
    ...headers,
    'x-request-id': request.id,
  });
  return reply;
}
