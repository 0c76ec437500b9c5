/**
 * Commands beside the running server (`npm run import …`): the contract's import endpoints on API_PORT, for whoever can
 * read DATA_DIR/local-token. They act as the company's first admin.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type EndpointName, endpointNames, endpoints } from '#contract/endpoints.ts';
import { type Problem, ProblemError } from '#contract/problem.ts';
import type { ApiParts } from './app.ts';

const LOCAL = endpointNames.filter((name) => name.startsWith('imports.'));
const UPLOAD_LIMIT = 300 * 1024 * 1024;

export function registerLocal(app: FastifyInstance, parts: ApiParts): void {
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  app.setErrorHandler((error, request, reply) => {
    const known = error instanceof ProblemError;
    if (!known) request.log.error({ err: error }, 'a local command failed');
    const status = known ? error.status : 500;
    const problem: Problem = {
      status,
      code: known ? error.code : 'server.fault',
      params: known ? { ...error.params } : {},
      fields: known ? error.fields : [],
      requestId: request.id,
    };
    return reply.code(status).type('application/problem+json').send(problem);
  });
  for (const name of LOCAL) {
    const { method, path, bodyLimit } = endpoints[name];
    app.route({
      method,
      url: path,
      bodyLimit: Math.min(bodyLimit, UPLOAD_LIMIT),
      handler: (request, reply) =>
        answer(parts, name, request).then(async (result) => {
          if (!result.download) return reply.code(result.status).send(result.body);
          return reply
            .code(result.status)
            .type(result.download.mediaType)
            .send(Readable.from(result.download.chunks));
        }),
    });
  }
}

async function answer(parts: ApiParts, name: EndpointName, request: FastifyRequest) {
  checkToken(parts.localToken, request.headers.authorization);
  const row = endpoints[name];
  const isUpload = row.kind === 'upload';
  const abort = new AbortController();
  request.raw.on('close', () => request.raw.destroyed && !request.raw.complete && abort.abort());
  const body: unknown = isUpload || !row.body ? undefined : row.body.parse(request.body);
  return parts.backend.call({
    endpoint: name,
    actor: await parts.localActor(),
    params: row.params ? row.params.parse(request.params) : {},
    query: row.query ? row.query.parse(request.query) : {},
    body,
    ...(isUpload ? { upload: request.body as IncomingMessage } : {}),
    idempotencyKey: (request.headers['idempotency-key'] as string | undefined) ?? null,
    bodyHash: createHash('sha256')
      .update(JSON.stringify(body ?? null))
      .digest('hex'),
    requestId: request.id,
    address: request.ip,
    signal: abort.signal,
  });
}

function checkToken(expected: string, header: string | undefined): void {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  if (!timingSafeEqual(hash(`Bearer ${expected}`), hash(header ?? '')))
    throw new ProblemError('session.missing');
}
