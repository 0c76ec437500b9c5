/** Fastify's routes, made from the endpoint table: what is not there is a 404 (R29). */
import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpointNames, endpoints } from '#contract/endpoints.ts';
import { openApiDocument } from '#contract/openapi.ts';
import { ProblemError } from '#contract/problem.ts';
import { checkStorable } from '#contract/storable-text.ts';
import type { Upstream, UpstreamResponse } from '#contract/upstream.ts';
import { sendAnswer } from './answer.ts';
import { listAudit } from './audit/list.ts';
import { requestHash } from './canonical-json.ts';
import { openEventStream } from './events/stream-route.ts';
import type { ResponseHeaders } from './headers.ts';
import { changePassword } from './login/change-password.ts';
import { makeFirstAdmin, setupState } from './login/first-admin.ts';
import { signIn } from './login/sign-in.ts';
import type { Office, OfficeAnswer, OfficeCall, OfficeEndpoint, OfficeHandler } from './office.ts';
import { sayPresence } from './presence/say.ts';
import { withinLimit } from './request-limit.ts';
import { endOwnSession, listSessions, showUser, signOut } from './session/own-sessions.ts';
import { uploadSlots } from './upload-slots.ts';
import { endSessions } from './users/end-sessions.ts';
import { changeUser, createUser, listUsers } from './users/users.ts';
import { type Validated, validate } from './validate.ts';
import { changeView, createView, listViews, removeView } from './views/views.ts';

const HANDLERS: { readonly [N in OfficeEndpoint]: OfficeHandler<N> } = {
  'session.signIn': signIn,
  'session.signOut': signOut,
  'session.user': showUser,
  'session.list': listSessions,
  'session.end': endOwnSession,
  'session.changePassword': changePassword,
  'session.setupState': setupState,
  'session.firstAdmin': makeFirstAdmin,
  'users.list': listUsers,
  'users.create': createUser,
  'users.change': changeUser,
  'users.endSessions': endSessions,
  'audit.list': listAudit,
  'views.list': listViews,
  'views.create': createView,
  'views.change': changeView,
  'views.delete': removeView,
  'presence.say': sayPresence,
  'map.settings': async ({ config }) => ({ status: 200, body: { tiles: config.map?.tiles ?? null } }),
  'openapi.get': async () => ({ status: 200, body: openApiDocument() }),
};

/** Hashed, never kept: any character may be in one (R24). */
const PASSWORDS = ['password', 'changes.password', 'current', 'next'];

const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'] as const;
/** A file of 300 MB over a slow line; a pause within it is ended much sooner (`boundedUpload`). */
const LONG_MS = 15 * 60_000;

export function registerRoutes(
  app: FastifyInstance,
  office: Office,
  upstream: Upstream,
  headers: ResponseHeaders,
) {
  const inSlot = uploadSlots();
  for (const name of endpointNames) {
    const row: Endpoint = endpoints[name];
    app.route({
      method: row.method,
      url: row.path,
      bodyLimit: row.bodyLimit,
      config: { kind: 'endpoint', endpoint: name },
      handler: async (request, reply) => {
        const search = (request.raw.url ?? '').split('?').slice(1).join('?');
        const body = row.kind === 'upload' ? {} : (request.body ?? {});
        const validated = validate(row, request.params, search, body);
        const key = idempotencyKeyOf(row, request);
        checkVersions(row, validated.body);
        if (row.kind === 'stream') {
          const { after } = validated.query as { after?: string };
          return openEventStream(request, reply, signedIn(request), after, headers.stream);
        }
        if (row.answeredBy === 'upstream') {
          const limitMs = row.kind === 'json' ? office.config.handlerMs : LONG_MS;
          const ask = () =>
            withinLimit(reply, limitMs, (signal) =>
              callUpstream(upstream, name, row, request, validated, key, signal),
            );
          const answer = await (row.kind === 'upload' ? inSlot(personOf(request), ask) : ask());
          return sendAnswer(reply, row, answer, headers.download);
        }
        const answer = await answerHere(office, name as OfficeEndpoint, request, validated, key);
        if (answer.cookie) reply.header('set-cookie', answer.cookie);
        if (answer.clearSiteData) reply.header('clear-site-data', '"cache", "cookies", "storage"');
        return sendAnswer(reply, row, { status: answer.status, body: answer.body }, headers.download);
      },
    });
  }
  refuseOtherMethods(app);
}

/** So that a known path under another method is 405 with `Allow`, and HEAD, OPTIONS and TRACE have no handler (R18). */
function refuseOtherMethods(app: FastifyInstance): void {
  for (const path of new Set(endpointNames.map((name) => endpoints[name].path))) {
    const onPath = endpointNames.filter((name) => endpoints[name].path === path);
    const answered = new Set<string>(onPath.map((name) => endpoints[name].method));
    const others: HTTPMethods[] = METHODS.filter((method) => !answered.has(method));
    app.route({
      method: others,
      url: path,
      config: { kind: 'otherMethod', allow: [...answered].sort().join(', ') },
      handler: async () => {
        throw new ProblemError('request.method_not_allowed');
      },
    });
  }
}

/** Visible ASCII up to 255, required on what creates something (F15). */
function idempotencyKeyOf(row: Endpoint, request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (row.idempotency !== 'key' && row.idempotency !== 'versions') return null;
  if (key === undefined) {
    if (row.idempotency === 'key') throw new ProblemError('request.idempotency_key_missing');
    return null;
  }
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    const field = { path: 'Idempotency-Key', code: 'invalid_format', message: '' };
    throw new ProblemError('request.invalid', {}, [field]);
  }
  return key;
}

/** Decided on which versions? Without them two people's work would overwrite each other: 428 (F16). */
function checkVersions(row: Endpoint, body: unknown): void {
  if (row.idempotency !== 'versions') return;
  const { expected, version } = body as { expected?: unknown; version?: unknown };
  if (expected === undefined && version === undefined) throw new ProblemError('request.versions_missing');
}

function signedIn(request: FastifyRequest) {
  if (!request.liveSession) throw new Error('A row that needs a session was reached without one');
  return request.liveSession;
}

function personOf(request: FastifyRequest): string {
  const { tenantId, userId } = signedIn(request).actor;
  return `${tenantId} ${userId}`;
}

function callUpstream(
  upstream: Upstream,
  name: EndpointName,
  row: Endpoint,
  request: FastifyRequest,
  { params, query, body }: Validated,
  idempotencyKey: string | null,
  signal: AbortSignal,
): Promise<UpstreamResponse> {
  return upstream.call({
    endpoint: name,
    actor: signedIn(request).actor,
    params,
    query,
    body,
    ...(row.kind === 'upload' ? { upload: request.body as AsyncIterable<Uint8Array> } : {}),
    idempotencyKey,
    bodyHash: requestHash({ params, query, body }),
    requestId: request.id,
    address: request.address,
    signal,
  });
}

function answerHere<N extends OfficeEndpoint>(
  office: Office,
  name: N,
  request: FastifyRequest,
  validated: Validated,
  idempotencyKey: string | null,
): Promise<OfficeAnswer> {
  const isPublic = endpoints[name].roles === 'public';
  checkStorable(validated.query);
  checkStorable(validated.body, PASSWORDS);
  const call = {
    ...validated,
    session: isPublic ? request.liveSession : signedIn(request),
    idempotencyKey,
    requestId: request.id,
    address: request.address,
    userAgent: request.headers['user-agent'] ?? '',
  };
  // The row's own schemas have just made these: the table ties both types to the name.
  return HANDLERS[name](office, call as unknown as OfficeCall<N>);
}
