/**
 * The embedded backend as an `Upstream`: opens the one transaction of a request, claims its idempotency key, runs the
 * command or query, and turns what the database refuses into problems with words.
 */
import { endpoints } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import { checkStorable } from '#contract/storable-text.ts';
import type { Upstream, UpstreamRequest, UpstreamResponse } from '#contract/upstream.ts';
import type { Clock } from '#db/clock.ts';
import { type Database, DatabaseError } from '#db/database.ts';
import { problemOfDatabase } from '#db/database-problem.ts';
import { forgetChanges } from './changes/forget.ts';
import { readChanges } from './changes/read.ts';
import { reindexCustomers } from './customers/reindex.ts';
import type { Answer } from './handlers/ask.ts';
import { handlers, type TransactionalEndpoint } from './handlers.ts';
import { keepAhead } from './setup/keep-ahead.ts';
import type { CommandContext } from './write/context.ts';
import { once } from './write/idempotency.ts';

/** Endpoints that run over many transactions answer themselves; they get the request as it is. */
type LongRunning = (request: UpstreamRequest, context: CommandContext) => Promise<UpstreamResponse>;

export function createBackend(options: {
  database: Database;
  clock: Clock;
  imports: LongRunning;
  /** Files on records; without a place for them their endpoints are faults. */
  files?: LongRunning;
  /** There is a mail server to send messages by (SMTP_URL). */
  canMail?: boolean;
  /** Where other programs reach API_PORT. */
  apiOrigin?: string;
}): Upstream {
  const { database, clock, imports, files, canMail = false, apiOrigin = '' } = options;
  return {
    async call(request) {
      const context: CommandContext = {
        actor: request.actor,
        now: clock.now(),
        requestId: request.requestId,
        address: request.address,
        canMail,
        apiOrigin,
      };
      try {
        checkStorable(request.query);
        checkStorable(request.body);
        if (request.endpoint.startsWith('imports.')) return await imports(request, context);
        if (files && request.endpoint.startsWith('files.')) return await files(request, context);
        return await answer(database, request, context);
      } catch (error) {
        throw told(error);
      }
    },
    changes: (actor, after, limit) => readChanges(database, actor, after, limit),
    // A notification without a tenant means that some may have been missed: everybody looks.
    onChange: (listener) => database.onNotify((payload) => listener(Number(payload) || 0)),
    async forget() {
      await keepAhead(database, clock.now());
      // Both are done a little at a time; neither waits for the other.
      const more = await reindexCustomers(database);
      return (await forgetChanges(database, clock.now())) || more;
    },
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
  // Two gave the same key at once: the second one is told by the index.
  if (error.code === '23505' && error.constraint?.includes('external_key')) {
    return new ProblemError('record.key_taken');
  }
  const problem = problemOfDatabase(error);
  return problem ? new ProblemError(problem.code, problem.params) : error;
}
