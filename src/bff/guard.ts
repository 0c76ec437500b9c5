/**
 * Every check before a handler, in one hook that runs after routing on the row that was matched, never on a path
 * prefix: two readers of one path disagree sooner or later, and the newest bypasses were all of that kind.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import { endpoints } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import { canonicalAddress } from './address.ts';
import { checkMediaType, checkNoTenantHeader, checkSameSite } from './csrf.ts';
import { auditDenial } from './denials.ts';
import { HEALTH_PATHS } from './health.ts';
import type { Office } from './office.ts';
import { denialOf } from './role-matrix.ts';
import { sessionHashOf } from './session/cookie.ts';

/** The onRequest hook: nothing of the body has been read yet. */
export const guard = (office: Office) => async (request: FastifyRequest, reply: FastifyReply) => {
  request.address = canonicalAddress(request.ip, request.socket.remoteAddress ?? '');
  const { kind, endpoint, allow } = request.routeOptions.config;
  if (request.server.readiness.stopping && kind !== 'health') {
    reply.header('connection', 'close');
    throw new ProblemError('server.unavailable', { retryAfterSeconds: 2 });
  }
  // `GET http://evil/…` is for proxies; the router would cut the host off and answer (R30).
  if (!request.raw.url?.startsWith('/')) throw new ProblemError('request.malformed', { reason: 'target' });
  if (request.is404) {
    // Health is no row of the table, which has another route for every method its paths do not answer.
    const isHealth = HEALTH_PATHS.some((path) => path === request.raw.url?.split('?')[0]);
    if (!isHealth) throw new ProblemError('route.not_found');
    reply.header('allow', 'GET');
    throw new ProblemError('request.method_not_allowed');
  }
  if (kind === 'health' || kind === 'static' || kind === 'dayPage') return;
  if (kind === 'otherMethod') {
    reply.header('allow', allow ?? '');
    throw new ProblemError('request.method_not_allowed');
  }
  if (kind !== 'endpoint' || endpoint === undefined) throw new ProblemError('route.not_found');
  const row: Endpoint = endpoints[endpoint];
  checkSameSite(row, request.headers, office.config.publicOrigin);
  checkNoTenantHeader(request.headers);
  checkMediaType(row, request.headers);
  await authorize(office, row, request);
};

async function authorize(office: Office, row: Endpoint, request: FastifyRequest): Promise<void> {
  const hash = sessionHashOf(request.headers.cookie);
  const found = hash ? await office.sessions.find(hash) : null;
  const session = found?.state === 'live' ? found.session : null;
  request.liveSession = session;
  const denial = denialOf(row, session?.actor.roles ?? null);
  if (denial) {
    // A 403 is audited with the answer; a session that has just ended is told here, once: its row is gone.
    if (found?.state === 'ended') await auditDenial(office, request, found.session, denial);
    throw new ProblemError(denial);
  }
  if (session && !isByItself(row, request)) await slide(office, request);
}

/** Timers, polling and streams do not keep a session alive (R6); what writes was meant by a person. */
const isByItself = (row: Endpoint, request: FastifyRequest): boolean =>
  row.roles === 'public' ||
  row.kind === 'stream' ||
  (row.method === 'GET' && request.headers['x-background'] === '1');

async function slide({ sessions }: Office, request: FastifyRequest): Promise<void> {
  if (!request.liveSession) return;
  try {
    await sessions.slide(request.liveSession);
  } catch (error) {
    // Reading goes on when the disk is full; the session then ends at its old time.
    request.log.warn({ err: error }, 'a session could not be prolonged');
  }
}
