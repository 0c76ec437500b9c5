/** Every way a request can end badly, in the one shape of the contract (R47, house-style "Errors"). */
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, type ProblemCode, ProblemError } from '#contract/problem.ts';
import { statusOf } from '#contract/problem-status.ts';
import { DatabaseError } from '#db/database.ts';
import { problemOfDatabase } from '#db/database-problem.ts';
import type { Headers } from './headers.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_HANDLER_TIMEOUT: 'server.timeout',
  FST_ERR_BAD_URL: 'request.malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'route.not_found',
};

/** Faults become `server.fault` without a word about why: the log has it under the request id. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const told = problemOfDatabase(error);
  if (told) return new ProblemError(told.code, told.params);
  const code =
    error instanceof DatabaseError
      ? undefined
      : OF_FASTIFY[(error as Partial<FastifyError> | null)?.code ?? ''];
  return new ProblemError(code ?? 'server.fault');
}

/** The answer's body, field by field. */
export function problemBody(problem: ProblemError, requestId: string): string {
  const body: Problem = {
    status: statusOf(problem.code),
    code: problem.code,
    params: problem.params,
    fields: problem.fields,
    requestId,
  };
  return JSON.stringify(body);
}

/** Sends it; `Retry-After` is taken from the problem's `retryAfterSeconds`. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: ProblemError) {
  const { retryAfterSeconds } = problem.params;
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(retryAfterSeconds));
  // A body nobody will read any more must not be taken for the next request, nor be waited for.
  if (!request.raw.complete) reply.header('connection', 'close');
  return reply.code(statusOf(problem.code)).type(PROBLEM_TYPE).send(problemBody(problem, request.id));
}

/** What Node's parser refuses never reaches Fastify: smuggling, oversized headers, headers that never end (R37, R52). */
export function answerBrokenRequest(headers: Headers) {
  return (error: Error & { code?: string }, socket: Socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
    const [status, code]: [string, ProblemCode] =
      error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408 Request Timeout', 'request.timeout']
        : ['400 Bad Request', 'request.malformed'];
    const body = problemBody(new ProblemError(code), randomUUID());
    const lines = Object.entries({
      ...headers,
      'content-type': PROBLEM_TYPE,
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}`);
    socket.end(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  };
}
