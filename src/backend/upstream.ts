/**
 * The embedded backend as an `Upstream`: opens the one transaction of a request, claims its idempotency key, runs the
 * command or query, and turns what the database refuses into problems with words.
 */
import { endpoints } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Upstream, UpstreamRequest, UpstreamResponse } from '#contract/upstream.ts';
import type { Clock } from '#db/clock.ts';
import { type Database, DatabaseError } from '#db/database.ts';
import { readChanges } from './changes/read.ts';
import { type Answer, handlers, type TransactionalEndpoint } from './handlers.ts';
import { checkStorable } from './storable-text.ts';
import type { CommandContext } from './write/context.ts';
import { once } from './write/idempotency.ts';

/** Endpoints that run over many transactions answer themselves; they get the request as it is. */
export type LongRunning = (request: UpstreamRequest, context: CommandContext) => Promise<UpstreamResponse>;

export function createBackend(options: { database: Database; clock: Clock; imports: LongRunning }): Upstream {
  const { database, clock, imports } = options;
  return {
    async call(request) {
      const context: CommandContext = {
        actor: request.actor,
        now: clock.now(),
        requestId: request.requestId,
        address: request.address,
      };
      try {
        checkStorable(request.query);
        checkStorable(request.body);
        if (request.endpoint.startsWith('imports.')) return await imports(request, context);
        return await answer(database, request, context);
      } catch (error) {
        throw told(error);
      }
    },
    changes: (actor, after, limit) => readChanges(database, actor, after, limit),
    // A notification without a tenant means that some may have been missed: everybody looks.
    onChange: (listener) => database.onNotify((payload) => listener(Number(payload) || 0)),
  };
}

async function answer(
  database: Database,
  request: UpstreamRequest,
  context: CommandContext,
): Promise<UpstreamResponse> {
  const readOnly = endpoints[request.endpoint].method === 'GET';
  const { tenantId } = request.actor;
  // A read is dropped when its caller has gone. A write is finished: who presses the key and closes the tab has given
  // the command, and Fastify's signal says "gone" as soon as a request's body has been read.
  const scope = readOnly ? { tenantId, readOnly, signal: request.signal } : { tenantId };
  return database.transaction(scope, (tx) => {
    const handler = handlers[request.endpoint as TransactionalEndpoint] as (ask: unknown) => Promise<Answer>;
    const { params, query, body } = request;
    const work = () => handler({ tx, context, request, params, query, body });
    return readOnly ? work() : once(tx, request, context.now, work);
  });
}

/** Database errors a person can do something about; all others stay faults. */
function told(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  // The second wall: only reached if two commands slipped past the technician locks.
  if (error.code === '23P01') return new ProblemError('schedule.conflict', { conflicts: [] });
  if (error.code === '23505' && error.constraint === 'assignment_working_once') {
    return new ProblemError('assignment.technician_working_elsewhere');
  }
  if (error.code === 'deadline' || error.code === '57014') return new ProblemError('server.timeout');
  if (error.code === 'disk_full' || error.code === '53100') return new ProblemError('server.disk_full');
  if (error.code === 'unavailable' || error.code === 'busy' || error.code === 'closed') {
    return new ProblemError('server.unavailable');
  }
  return error;
}
