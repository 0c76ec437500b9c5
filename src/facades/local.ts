/**
 * Commands beside the running server (`npm run import …`): the contract's import endpoints on API_PORT, for whoever can
 * read DATA_DIR/local-token. They act as the company's first admin.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type EndpointName, endpointNames, endpoints } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { ApiParts } from './app.ts';

const LOCAL = endpointNames.filter((name) => name.startsWith('imports.'));
const UPLOAD_LIMIT = 300 * 1024 * 1024;

export function registerLocal(app: FastifyInstance, parts: ApiParts): void {
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  for (const name of LOCAL) {
    const { method, path, bodyLimit } = endpoints[name];
    app.route({
      method,
      url: path,
      bodyLimit: Math.min(bodyLimit, UPLOAD_LIMIT),
      onRequest: asksForToken(parts.localToken),
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
  const row = endpoints[name];
  const isUpload = row.kind === 'upload';
  const abort = new AbortController();
  request.raw.on('close', () => request.raw.destroyed && !request.raw.complete && abort.abort());
  const params = row.params ? pathOf(row.params, request.params) : {};
  const query = row.query ? asked(row.query, request.query) : {};
  const body: unknown = isUpload || !row.body ? undefined : asked(row.body, request.body);
  return parts.backend.call({
    endpoint: name,
    actor: await parts.localActor(),
    params,
    query,
    body,
    ...(isUpload ? { upload: request.body as IncomingMessage } : {}),
    idempotencyKey: (request.headers['idempotency-key'] as string | undefined) ?? null,
    // The same key for another import is another request, as on the web port.
    bodyHash: createHash('sha256')
      .update(JSON.stringify([params, query, body ?? null]))
      .digest('hex'),
    requestId: request.id,
    address: request.ip,
    signal: abort.signal,
  });
}

/** What is wrong with it in codes; the library's words stay here. Throws `request.invalid`. */
function asked(schema: z.ZodType, given: unknown): unknown {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap((issue) =>
    (issue.code === 'unrecognized_keys' ? issue.keys : [null]).map((key) => ({
      path: [...issue.path, ...(key === null ? [] : [key])].join('.'),
      code: issue.code,
      message: '',
    })),
  );
  throw new ProblemError('request.invalid', {}, fields);
}

/** A path with an id that cannot be one leads nowhere. Throws `route.not_found`. */
function pathOf(schema: z.ZodType, given: unknown): unknown {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ProblemError('route.not_found');
}

/**
 * The onRequest hook of whatever wants the token: before anything of a body is read. Throws `session.missing` unless
 * the header carries what DATA_DIR/local-token holds.
 */
export const asksForToken = (expected: string) => async (request: FastifyRequest) => {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  if (!timingSafeEqual(hash(`Bearer ${expected}`), hash(request.headers.authorization ?? '')))
    throw new ProblemError('session.missing');
};
