import type { FastifyRequest } from 'fastify';
import { endpoints } from '#contract/endpoints.ts';
import type { ProblemCode } from '#contract/problem.ts';
import { writeAudit } from '#db/audit.ts';
import type { Office } from './office.ts';
import { sessionHashOf } from './session/cookie.ts';
import type { LiveSession } from './session/live-session.ts';

/**
 * One audit row for a person who was refused (R60). Strangers without a session leave none: they could fill the disk.
 * A row that cannot be written is logged; the refusal stands.
 */
export async function auditDenial(
  { database, clock }: Office,
  request: FastifyRequest,
  who: LiveSession,
  code: ProblemCode,
): Promise<void> {
  const name = request.routeOptions.config.endpoint;
  try {
    await database.transaction({ tenantId: who.actor.tenantId }, (tx) =>
      writeAudit(tx, {
        at: clock.now(),
        tenantId: who.actor.tenantId,
        actor: who.actor,
        verb: (name && (endpoints[name].audit ?? name)) ?? 'request',
        result: 'denied',
        requestId: request.id,
        address: request.address,
        detail: { code },
      }),
    );
  } catch (error) {
    request.log.error({ err: error }, 'a denial could not be audited');
  }
}

/** Whose session came with a request that was refused before anybody asked (a foreign site, a missing header). */
export async function sessionOfRefused(
  { sessions }: Office,
  request: FastifyRequest,
): Promise<LiveSession | null> {
  if (request.liveSession) return request.liveSession;
  const hash = sessionHashOf(request.headers.cookie);
  const found = hash ? await sessions.find(hash) : null;
  return found?.state === 'live' ? found.session : null;
}
