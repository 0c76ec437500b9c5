import { DatabaseError, type Row, type Transaction, type TransactionScope } from './database.ts';
import { encodeParameter } from './parameters.ts';

/** What an engine offers for the length of one transaction. Rejects with `DatabaseError`. */
export type Connection = {
  /** Several statements without parameters. Answers the last command tag ('COMMIT'). */
  script(text: string): Promise<string>;
  query(text: string, params: (string | null)[]): Promise<Row[]>;
};

/** Shared with the engine, which must know whether a lost connection may have lost a commit. */
export type TransactionState = { ended: boolean; committing: boolean };

const TENANT_ROLE = 'truckroll_app';

/**
 * One round trip. Without a tenant the session's own role stays, which owns the tables and so passes row-level
 * security; with one, a forgotten `where tenant_id =` finds nothing of other tenants (security R40).
 */
function beginStatement({ tenantId, readOnly, deadlineMs, referencesLater }: TransactionScope): string {
  const statements = [readOnly ? 'begin isolation level repeatable read read only' : 'begin'];
  if (referencesLater) statements.push('set local session_replication_role = replica');
  if (deadlineMs !== undefined) statements.push(`set local statement_timeout = ${Math.ceil(deadlineMs)}`);
  if (tenantId !== 'system') {
    if (!Number.isSafeInteger(tenantId) || tenantId < 1) throw new TypeError(`Not a tenant: ${tenantId}`);
    statements.push(`set local app.tenant_id = '${tenantId}'`, `set local role ${TENANT_ROLE}`);
  }
  return statements.join('; ');
}

/** BEGIN, work, COMMIT; ROLLBACK and rethrow when `work` throws. No deadline, no retry: those wrap it. */
export async function runTransaction<T>(
  connection: Connection,
  scope: TransactionScope,
  state: TransactionState,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  await connection.script(beginStatement(scope));
  let result: T;
  try {
    result = await work(handle(connection, scope, state));
  } catch (error) {
    state.ended = true;
    // A connection already lost has rolled back by itself; the first error is the one to tell.
    await connection.script('rollback').catch(() => undefined);
    throw error;
  }
  if (state.ended) throw new DatabaseError('The transaction had already ended', { code: 'deadline' });
  state.ended = true;
  state.committing = true;
  const tag = await connection.script('commit').catch((error: unknown) => {
    throw commitFailed(error);
  });
  if (tag !== 'COMMIT') {
    throw new DatabaseError('A statement failed and its error was swallowed, so COMMIT rolled back', {
      code: '25P02',
    });
  }
  return result;
}

/** Deferred constraints and serialization failures have rolled back for sure; after all else nobody knows. */
function commitFailed(error: unknown): unknown {
  if (!(error instanceof DatabaseError) || /^(23|40|25)...$/.test(error.code)) return error;
  return new DatabaseError(error.message, { ...error, outcome: 'unknown' }, { cause: error });
}

function handle(connection: Connection, scope: TransactionScope, state: TransactionState): Transaction {
  const check = () => {
    if (state.ended) throw new Error('The transaction has ended; its handle was kept too long');
    throwIfAborted(scope.signal);
  };
  return {
    tenantId: scope.tenantId === 'system' ? null : scope.tenantId,
    async query<R = Row>(text: string, params: readonly unknown[] = []): Promise<R[]> {
      check();
      return (await connection.query(text, params.map(encodeParameter))) as R[];
    },
    async script(text) {
      check();
      await connection.script(text);
    },
  };
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted)
    throw new DatabaseError('The caller gave up', { code: 'aborted' }, { cause: signal.reason });
}

const RETRIED = new Set(['40P01', '40001']);

/** Runs again after a deadlock or a serialization failure: at most 3 more times, 5 to 80 ms apart (F20). */
export async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof DatabaseError && RETRIED.has(error.code)) || attempt > 3) throw error;
      const waitMs = 5 + Math.random() * 10 * 2 ** attempt;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
