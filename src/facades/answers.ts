/**
 * What every answer of API_PORT has in common with the web port's: the same headers on each (R49, R50), one shape for
 * everything that goes wrong, without a library's words (R47), also for what Node's parser refuses (R37, R52). Written
 * again and not shared: the two ports know nothing of each other.
 */
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, type ProblemCode, ProblemError } from '#contract/problem.ts';
import { statusOf } from '#contract/problem-status.ts';

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
} as const;

const OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported_media_type',
  FST_ERR_MAX_PARAM_LENGTH: 'route.not_found',
};

function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code = '', statusCode } = (error ?? {}) as Partial<FastifyError>;
  // Fastify's own parser: broken JSON, an empty body, a body that is not as long as it says.
  const isRefused = statusCode === 400;
  return new ProblemError(OF_FASTIFY[code] ?? (isRefused ? 'request.malformed' : 'server.fault'));
}

function bodyOf(problem: ProblemError, requestId: string): string {
  const { code, params, fields } = problem;
  return JSON.stringify({
    status: statusOf(code),
    code,
    params: { ...params },
    fields,
    requestId,
  } satisfies Problem);
}

function send(request: FastifyRequest, reply: FastifyReply, problem: ProblemError) {
  // A body nobody will read any more must not be taken for the next request.
  if (!request.raw.complete) reply.header('connection', 'close');
  return reply.code(statusOf(problem.code)).type(PROBLEM_TYPE).send(bodyOf(problem, request.id));
}

/** Options of the server: Fastify's defaults would answer in their own words. */
export const ANSWERS = {
  genReqId: () => randomUUID(),
  exposeHeadRoutes: false,
  return503OnClosing: false,
  clientErrorHandler(error: Error & { code?: string }, socket: Socket) {
    if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
    const [status, code] =
      error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? (['408 Request Timeout', 'request.timeout'] as const)
        : (['400 Bad Request', 'request.malformed'] as const);
    const body = bodyOf(new ProblemError(code), randomUUID());
    const lines = Object.entries({
      ...HEADERS,
      'content-type': PROBLEM_TYPE,
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}`);
    socket.end(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  },
  frameworkErrors(error: Error, request: FastifyRequest, reply: FastifyReply) {
    reply.headers(HEADERS).header('x-request-id', request.id);
    void send(request, reply, problemOf(error));
  },
};

/** The methods that are known at all; anything else Node or the router refuses. */
const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'] as const;

/** @returns what is to be called after the last route: a known path under another method is 405 with `Allow` (R18). */
function watchRoutes(app: FastifyInstance): () => void {
  const answered = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = answered.get(url) ?? new Set<string>();
    for (const one of [method].flat()) methods.add(one);
    answered.set(url, methods);
  });
  return () => {
    for (const [url, methods] of [...answered]) addOthers(app, url, new Set(methods));
  };
}

/** Before anything of the request is looked at, as on the web port. */
function addOthers(app: FastifyInstance, url: string, answered: ReadonlySet<string>): void {
  const allow = [...answered].sort().join(', ');
  app.route({
    url,
    method: METHODS.filter((method) => !answered.has(method)),
    onRequest: async (_request, reply) => {
      reply.header('allow', allow);
      throw new ProblemError('request.method_not_allowed');
    },
    handler: async () => null,
  });
}

/**
 * To be called before any route is added. Nothing of a body is read but JSON and uploads.
 * @returns what is to be called after the last route: it closes the table of methods
 */
export function answerAlike(app: FastifyInstance): () => void {
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS).header('x-request-id', request.id);
  });
  app.setNotFoundHandler((request, reply) => send(request, reply, new ProblemError('route.not_found')));
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (statusOf(problem.code) >= 500) {
      const isCut = reply.raw.destroyed && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
      if (isCut) request.log.info('the caller has gone');
      else request.log.error({ err: error, code: problem.code }, 'a local command failed');
    }
    return send(request, reply, problem);
  });
  return watchRoutes(app);
}
