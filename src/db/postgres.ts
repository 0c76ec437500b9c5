import pg from 'pg';
import {
  type Database,
  DatabaseError,
  type Row,
  type Transaction,
  type TransactionScope,
} from './database.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { createLine } from './line.ts';
import { type DatabaseOptions, DEFAULT_DEADLINE_MS, SNAPSHOT_MS } from './options.ts';
import { toDatabaseError } from './postgres-errors.ts';
import { listenForNotifications, type NotificationListener } from './postgres-listener.ts';
import { type Connection, runTransaction, type TransactionState, withRetries } from './transaction.ts';
import { parserOf } from './values.ts';

const CONNECT_MS = 3_000;
/** As on PGlite. */
const MAX_WAITING = 1000;
const LOCK_MS = 5_000;
/** The server cancels at the deadline itself; only if it does not answer at all is the connection cut. */
const GRACE_MS = 250;
/** After a failed connect, refuse at once for this long instead of letting every request wait for a timeout. */
const DOWN_MS = 500;

/** A PostgreSQL server (15 or later) as a `Database`. Connects once before it resolves. */
export async function openPostgres(options: DatabaseOptions & { databaseUrl: string }): Promise<Database> {
  const { logger } = options;
  const defaultDeadlineMs = options.deadlineMs ?? DEFAULT_DEADLINE_MS;
  const maxConnections = options.maxConnections ?? 10;
  // Not the pool's own queue: there, waiting for the others' work counts as a connection that does not come about.
  const line = createLine(MAX_WAITING, maxConnections);
  const config: pg.PoolConfig = {
    connectionString: options.databaseUrl,
    // One more than transactions use: whether the database is well can be asked while all of them are at work.
    max: maxConnections + 1,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'truckroll',
    options: '-c timezone=UTC -c datestyle=ISO,MDY',
    statement_timeout: defaultDeadlineMs,
    lock_timeout: Math.min(LOCK_MS, defaultDeadlineMs),
    idle_in_transaction_session_timeout: defaultDeadlineMs + 5_000,
    keepAlive: true,
    types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
  };
  const where = addressIn(options.databaseUrl);
  const pool = new pg.Pool(config);
  // Without a listener at every moment of its life, a lost connection would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) => logger?.warn({ reason: error.message }, 'lost an idle database connection'));

  let running = 0;
  let downUntil = 0;
  let isClosed = false;

  async function connect(): Promise<pg.PoolClient> {
    if (isClosed) throw new DatabaseError('The database is closed', { code: 'closed' });
    if (performance.now() < downUntil) {
      throw new DatabaseError(`PostgreSQL at ${where} cannot be reached`, { code: 'unavailable' });
    }
    try {
      return await pool.connect();
    } catch (error) {
      downUntil = performance.now() + DOWN_MS;
      throw toDatabaseError(error, where);
    }
  }

  async function transaction<T>(scope: TransactionScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const deadlineMs = scope.deadlineMs ?? defaultDeadlineMs;
    const deadline = startDeadline(deadlineMs + GRACE_MS, scope.signal);
    let leave = () => {};
    try {
      const end = await line.enter(deadline.signal);
      running++;
      leave = () => {
        running--;
        end();
      };
      const connecting = connect();
      const client = await orExpired(connecting, deadline).catch((error: unknown) => {
        // One that arrives too late goes back to the pool.
        connecting.then((late) => late.release()).catch(() => undefined);
        throw error;
      });
      const fault: Fault = { error: undefined };
      const lost = (error: Error) => {
        fault.error = error;
      };
      client.on('error', lost);
      try {
        deadline.begin();
        return await withRetries(() => attempt({ client, where, fault }, scope, deadline, work));
      } finally {
        client.off('error', lost);
        client.release(fault.error);
      }
    } finally {
      leave();
      deadline.stop();
    }
  }

  const listeners = new Set<(payload: string) => void>();
  let listening: NotificationListener | null = null;

  async function health() {
    const probe = await connect().then(
      async (client) => {
        await client.query('select 1').finally(() => client.release());
        return null;
      },
      (error: DatabaseError) => error.message,
    );
    return {
      ok: probe === null,
      reason: probe,
      engine: 'postgres' as const,
      waiting: line.waiting,
      running,
    };
  }

  try {
    await refuseOldServer(await connect());
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    engine: 'postgres',
    transaction,
    snapshot: (work, signal) =>
      transaction({ tenantId: 'system', readOnly: true, deadlineMs: SNAPSHOT_MS, signal }, work),
    onNotify(listener) {
      listeners.add(listener);
      listening ??= listenForNotifications(
        config,
        (payload) => {
          for (const each of listeners) each(payload);
        },
        logger,
      );
      return () => listeners.delete(listener);
    },
    health: () =>
      health().catch((error: Error) => ({
        ok: false,
        reason: toDatabaseError(error, where).message,
        engine: 'postgres' as const,
        waiting: line.waiting,
        running,
      })),
    async recycle() {},
    async close() {
      isClosed = true;
      await listening?.stop();
      await pool.end(); // waits for clients given out
    },
  };
}

/** Why the client is not fit to go back into the pool. */
type Fault = { error: Error | undefined };

async function attempt<T>(
  { client, where, fault }: { client: pg.PoolClient; where: string; fault: Fault },
  scope: TransactionScope,
  deadline: Deadline,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const state: TransactionState = { ended: false, committing: false };
  const now = async (text: string, values?: (string | null)[]) => {
    if (fault.error) throw toDatabaseError(fault.error, where);
    try {
      // 'extended' also without parameters: one statement per query, as on PGlite.
      return await client.query(values ? ({ text, values, queryMode: 'extended' } as pg.QueryConfig) : text);
    } catch (error) {
      const mine = toDatabaseError(error, where);
      if (mine.code === 'unavailable') fault.error ??= mine;
      throw mine;
    }
  };
  // Several may be asked for at once (database.ts); the client takes one at a time.
  let before: Promise<unknown> = Promise.resolve();
  const ask: typeof now = (...asked) => {
    const answer = before.then(() => now(...asked));
    before = answer.catch(() => undefined);
    return answer;
  };
  const connection: Connection = {
    async script(text) {
      const result = await ask(text);
      const last = Array.isArray(result) ? result.at(-1) : result;
      return (last as pg.QueryResult).command;
    },
    query: async (text, params) => (await ask(text, params)).rows as Row[],
  };
  const expire = () => {
    state.ended = true;
    fault.error = new DatabaseError((deadline.signal.reason as Error).message, {
      code: 'deadline',
      outcome: state.committing ? 'unknown' : 'rolled_back',
    });
  };
  const done = runTransaction(connection, { ...scope, referencesLater: false }, state, work);
  try {
    return await orExpired(done, deadline);
  } catch (error) {
    if (deadline.signal.aborted) {
      expire();
      done.catch(() => undefined);
      throw fault.error;
    }
    throw error;
  }
}

/** `promise`, or the deadline's error when that comes first. */
async function orExpired<T>(promise: Promise<T>, { signal }: Deadline): Promise<T> {
  if (signal.aborted) throw signal.reason;
  let expire = () => {};
  const expired = new Promise<never>((_, reject) => {
    expire = () => reject(signal.reason);
    signal.addEventListener('abort', expire, { once: true });
  });
  try {
    return await Promise.race([promise, expired]);
  } finally {
    signal.removeEventListener('abort', expire);
  }
}

async function refuseOldServer(client: pg.PoolClient): Promise<void> {
  try {
    const { rows } = await client.query("select current_setting('server_version_num')::int4 as version");
    if (rows[0].version < 150000) throw new Error('Truckroll needs PostgreSQL 15 or later');
  } finally {
    client.release();
  }
}

function addressIn(url: string): string {
  if (!URL.canParse(url))
    throw new Error('DATABASE_URL is not a URL like postgres://user@host:5432/database');
  const { hostname, port } = new URL(url);
  return `${hostname || 'localhost'}:${port || 5432}`;
}
