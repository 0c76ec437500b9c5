/** The BFF as a Fastify application that does not listen yet (architecture: `app.ts` builds, `server.ts` listens). */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { statusOf } from '#contract/problem-status.ts';
import type { TechnicianDays } from '#contract/technician-day.ts';
import type { Upstream } from '#contract/upstream.ts';
import type { Clock } from '#db/clock.ts';
import type { Database } from '#db/database.ts';
import { AnswerFault } from './answer.ts';
import { bffConfig, type GivenConfig } from './config.ts';
import { registerDayPage } from './day-page/register.ts';
import { auditDenial, sessionOfRefused } from './denials.ts';
import { openStreams } from './events/streams.ts';
import { isGoneCaller } from './gone-caller.ts';
import { guard } from './guard.ts';
import { type ResponseHeaders, responseHeaders } from './headers.ts';
import { registerHealth, trackReadiness } from './health.ts';
import { startHousekeeping } from './housekeeping.ts';
import { JSON_LIMITS, parseJson, readBody, WIDE_JSON_LIMITS } from './json-body.ts';
import type { Office } from './office.ts';
import { answerBrokenRequest, problemOf, sendProblem } from './problems.ts';
import './request-context.ts';
import { openPeople } from './presence/people.ts';
import { countRequests } from './request-counts.ts';
import { registerRoutes } from './routes.ts';
import { openSessions } from './session/sessions.ts';
import { registerStatic } from './static.ts';
import { boundedUpload } from './upload-body.ts';
import { unitIdsFrom } from './users/business-units.ts';

type AppParts = {
  readonly database: Database;
  readonly upstream: Upstream;
  /** Left out: nobody keeps technicians' days, and there are no links to them. */
  readonly technicianDays?: TechnicianDays;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly config: GivenConfig;
};

/** Throws when the public origin cannot work. Closing the app ends its streams and timers, not the database. */
export async function buildApp({
  database,
  upstream,
  technicianDays,
  clock,
  logger,
  config: given,
}: AppParts) {
  const config = bffConfig(given);
  const headers = responseHeaders(config);
  const app: FastifyInstance = Fastify(serverOptions(config.trustedProxies, logger, headers));
  const sessions = openSessions(database, clock, config.session);
  const people = openPeople(database, clock, (tenantId) => app.streams.tellPresence(tenantId), app.log);
  const office: Office = {
    people,
    database,
    clock,
    config,
    sessions,
    lastRefusals: new Map(),
    feedPosition: async (actor) => {
      try {
        return (await upstream.changes(actor, null, 1)).position;
      } catch (error) {
        app.log.warn(
          { reason: error instanceof Error ? error.message : String(error) },
          'where the feed stands is unknown',
        );
        return null;
      }
    },
    unitIds: unitIdsFrom(upstream, config.handlerMs),
  };
  const stopHousekeeping = startHousekeeping(office, upstream, app.log);

  app.decorate('requestCounts', countRequests());
  app.decorateRequest('liveSession', null);
  app.decorateRequest('address', '');
  app.decorate('streams', openStreams(upstream, sessions, people, config.streamLimits, app.log));
  app.addHook('preClose', async () => app.streams.endAll());
  app.addHook('onClose', async () => {
    stopHousekeeping();
    app.streams.close();
    people.close();
    sessions.close();
  });

  app.addHook('onRoute', (route) => {
    if (!route.config?.kind) throw new Error(`The route ${route.url} does not say what it is`);
  });
  trackReadiness(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers.api).header('x-request-id', request.id);
  });
  app.addHook('onRequest', guard(office));
  parseBodies(app, config.bodyMs);
  answerErrors(app, office);
  logRequests(app);

  registerRoutes(app, office, upstream, headers);
  registerHealth(app, database);
  if (technicianDays) registerDayPage(app, technicianDays, clock, headers);
  if (config.webRoot !== null) await registerStatic(app, config.webRoot, headers);
  return app;
}

/** Fastify's defaults fail R18, R21, R47 and R52; each line here is one of those. */
function serverOptions(trustedProxies: readonly string[], logger: Logger, headers: ResponseHeaders) {
  return {
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    // Whole requests: the longest upload. JSON bodies have their own, shorter limit in `readBody`.
    requestTimeout: 15 * 60_000,
    keepAliveTimeout: 30_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1000 },
    // Ours is in `validate.ts`: it must refuse, and a parser called by the router cannot.
    routerOptions: { querystringParser: () => ({}) },
    clientErrorHandler: answerBrokenRequest(headers.api),
    frameworkErrors: (
      error: Error,
      request: Parameters<typeof sendProblem>[0],
      reply: Parameters<typeof sendProblem>[1],
    ) => {
      reply.headers(headers.api).header('x-request-id', request.id);
      void sendProblem(request, reply, problemOf(error));
    },
  };
}

function parseBodies(app: FastifyInstance, bodyMs: number): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', async (request: FastifyRequest, payload: IncomingMessage) => {
    const { bodyLimit, config } = request.routeOptions;
    const limits = config.endpoint?.startsWith('imports.') ? WIDE_JSON_LIMITS : JSON_LIMITS;
    return parseJson(await readBody(payload, bodyLimit, bodyMs), limits);
  });
  app.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    done(null, boundedUpload(payload, request.routeOptions.bodyLimit, bodyMs));
  });
}

function answerErrors(app: FastifyInstance, office: Office): void {
  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error);
    const status = statusOf(problem.code);
    if (status >= 500 && isGoneCaller(reply, error)) {
      request.log.info({ code: problem.code }, 'the caller has gone');
    } else if (status >= 500) {
      const reason = error instanceof AnswerFault ? { reason: error.reason } : {};
      request.log.error({ err: error, code: problem.code, ...reason }, 'a request failed');
    }
    if (status === 403) {
      const who = await sessionOfRefused(office, request);
      if (who) await auditDenial(office, request, who, problem.code);
    }
    return sendProblem(request, reply, problem);
  });
  app.setNotFoundHandler(async () => {
    throw new Error('Unknown routes are answered by the guard');
  });
}

function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const actor = request.liveSession?.actor;
    // The template, not the path: ids and queries stay out of the log and the metrics (R45, R46).
    const route = request.routeOptions.url ?? 'none';
    app.requestCounts.add(request.method, route, reply.statusCode);
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(actor ? { userId: actor.userId, tenantId: actor.tenantId } : {}),
      },
      'answered',
    );
  });
}
