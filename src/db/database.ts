/**
 * The one way to the database. Two engines stand behind it: PGlite in a worker thread (the default) and a
 * PostgreSQL server. Stores take a `Transaction`; whoever handles a request opens it, once, and hands it on.
 */

export type Row = Record<string, unknown>;

/**
 * The handle inside a transaction. Dead after the transaction ended: a call then throws.
 *
 * Results are the same on both engines: int2/int4/int8 → number (int8 beyond 2^53 throws), numeric → text,
 * bool → boolean, float → number, date → 'YYYY-MM-DD', timestamptz → canonical Instant text
 * ('…T…:….mmmZ', cut to the millisecond), json/jsonb → parsed value, bytea → Uint8Array, arrays of these → arrays,
 * all else (text, uuid, interval, ranges, timestamp without zone) → PostgreSQL's text.
 *
 * Parameters are sent as text and typed by the statement: string, number, boolean, bigint, null, Uint8Array,
 * arrays of those (→ SQL array, for `= any($1::bigint[])`), plain objects (→ JSON). For a JSON *array* write
 * `json(value)`, because an array alone always means a SQL array. `undefined`, NaN and Date throw.
 */
export type Transaction = {
  /**
   * One statement. Rejects with `DatabaseError`; the transaction is then only good for rolling back. Several may be asked
   * for without waiting: they run one after the other, in their order.
   */
  query<T = Row>(text: string, params?: readonly unknown[]): Promise<T[]>;
  /** Several statements without parameters or results: for migrations and tests. */
  script(text: string): Promise<void>;
  /** null: system transaction (migrations, sign-in, all tenants), which row-level security does not bind. */
  readonly tenantId: number | null;
};

export type TransactionScope = {
  tenantId: number | 'system';
  /**
   * REPEATABLE READ READ ONLY: all its queries see one moment, a write fails with 25006, and it is still
   * served when the disk is nearly full. Say so for every read.
   */
  readOnly?: boolean;
  /** From asking to the end of the commit, waiting in line included. Default: the database's `deadlineMs`. */
  deadlineMs?: number;
  /**
   * PGlite looks at no foreign key and runs no trigger, each of which costs it a statement per row: for a bulk load that
   * calls `requireReferences` at its end. PostgreSQL, where only a superuser could say so, looks at them as ever.
   */
  referencesLater?: boolean;
  /** Aborting takes effect before the next statement, never in the middle of one. */
  signal?: AbortSignal | undefined;
};

type DatabaseHealth = {
  ok: boolean;
  /** Why not, in words fit for an operator's log. */
  reason: string | null;
  engine: 'pglite' | 'postgres';
  /** Transactions waiting for a connection, and running. */
  waiting: number;
  running: number;
};

export type Database = {
  readonly engine: 'pglite' | 'postgres';
  /**
   * BEGIN, role `truckroll_app` and `app.tenant_id` in one round trip, then `work`, then COMMIT; a throw
   * rolls back. `work` runs again (at most 3 more times, with jitter) after 40P01 and 40001, so it must do
   * nothing but query. Never await the network inside: PGlite has one connection for everybody.
   */
  transaction<T>(scope: TransactionScope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * `listener` gets the payload of each `select pg_notify('truckroll', payload)` once it is committed, from any
   * process. A wake-up, not a log: a notification may be missed while reconnecting, in which case listeners
   * are called with an empty payload after the reconnect; read the outbox. Returns the unsubscribe function.
   */
  onNotify(listener: (payload: string) => void): () => void;
  health(): Promise<DatabaseHealth>;
  /**
   * Reads the whole database as it is at one moment, for as long as it takes, while others go on: for backups. `work`
   * runs once and may await the network. PostgreSQL: a read-only transaction. PGlite: a copy of its folder beside it,
   * for which others wait a moment (README); one at a time, else 'busy'; 'disk_full' when the copy would not fit.
   */
  snapshot<T>(work: (tx: Transaction) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /**
   * PGlite: closes and reopens the worker, because WASM memory grows and never shrinks (after the first
   * creation and the demo load). Waiting transactions wait. PostgreSQL: nothing.
   */
  recycle(): Promise<void>;
  /** Waits for running transactions, at most until their deadline; refuses new ones with 'closed'. */
  close(): Promise<void>;
};

export type DatabaseErrorFields = {
  code: string;
  constraint?: string | undefined;
  table?: string | undefined;
  column?: string | undefined;
  /** May quote row values: for the log of the operator, never for an answer. */
  detail?: string | undefined;
  hint?: string | undefined;
  /**
   * 'unknown' only when the connection was lost while COMMIT was under way: the rows may be there. Callers
   * with an idempotency key simply ask again.
   */
  outcome?: 'rolled_back' | 'unknown' | undefined;
};

/**
 * Whatever the database refuses or fails at. `code` is a SQLSTATE ('23P01') or a word of our own:
 * 'deadline' took too long (PGlite's worker was restarted if a statement was running) · 'unavailable' no
 * connection, or the engine is restarting: try again soon · 'busy' the line was too long · 'disk_full' a write
 * refused before the disk is full, reads go on · 'aborted' the caller's signal · 'closed'.
 */
export class DatabaseError extends Error {
  readonly code: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly outcome: 'rolled_back' | 'unknown';

  constructor(message: string, fields: DatabaseErrorFields, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseError';
    this.code = fields.code;
    this.constraint = fields.constraint;
    this.table = fields.table;
    this.column = fields.column;
    this.detail = fields.detail;
    this.hint = fields.hint;
    this.outcome = fields.outcome ?? 'rolled_back';
  }
}
