import { Worker } from 'node:worker_threads';
import { DatabaseError, type DatabaseErrorFields, type Row } from './database.ts';
import { parserOf } from './values.ts';

export type ThreadOptions = {
  folder: string;
  /** False only for tests and throwaway work: no flush per commit. */
  durable: boolean;
};

type Request =
  | { op: 'query'; text: string; params: (string | null)[] }
  | { op: 'script'; text: string }
  | { op: 'flushes' | 'close' };
type Answer = {
  columns: string[];
  types: number[];
  rows: (string | null)[][];
  tag: string;
  flushes: number;
};
type FromWorker =
  | { ready: true }
  | { failed: WireError }
  | { notify: string }
  | ({ id: number } & (Answer | { error: WireError }));
type WireError = DatabaseErrorFields & { message: string };

/** PGlite in its worker: statements in, rows out, in the order asked. */
export type PgliteThread = {
  query(text: string, params: (string | null)[]): Promise<Row[]>;
  script(text: string): Promise<string>;
  /** How often files were flushed to the disk since it opened. */
  flushes(): Promise<number>;
  /** Whether a statement is being worked on. */
  isBusy(): boolean;
  /** Ends the thread at once, even inside a statement, and rejects what it had in hand with `reason`. */
  kill(reason: DatabaseError): Promise<void>;
  /** A clean shutdown of PostgreSQL: the next start needs no recovery. */
  close(): Promise<void>;
};

/**
 * PostgreSQL's settings for one process with one connection. 32 MB of buffers instead of 128 save 120 MB resident
 * and cost nothing measurable, since the system caches the files anyway (README). WAL files are kept few: with no
 * checkpointer PGlite would let them grow until it is closed, see pglite-upkeep.ts.
 */
const SETTINGS = {
  shared_buffers: '32MB',
  wal_buffers: '2MB',
  min_wal_size: '32MB',
  max_wal_size: '64MB',
  jit: 'off',
  timezone: 'UTC',
  datestyle: 'ISO, MDY',
};

/** Resolves when the database answers. `onExit` is called when the thread ends without having been asked to. */
export function startThread(
  options: ThreadOptions,
  onNotify: (payload: string) => void,
  onExit: (reason: DatabaseError) => void,
): Promise<PgliteThread> {
  const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), {
    workerData: { ...options, settings: SETTINGS },
    // Nothing of the parent's environment, secrets included, has business in there; nor its loaders.
    env: {},
    execArgv: [],
  });
  const asked = new Map<number, { resolve(answer: Answer): void; reject(error: DatabaseError): void }>();
  let lastId = 0;
  let gone: DatabaseError | null = null;

  const lose = (reason: DatabaseError) => {
    gone ??= reason;
    for (const { reject } of asked.values()) reject(gone);
    asked.clear();
  };
  const ask = (request: Request): Promise<Answer> => {
    if (gone) return Promise.reject(gone);
    return new Promise((resolve, reject) => {
      lastId++;
      asked.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, ...request });
    });
  };
  const end = async (reason: DatabaseError) => {
    lose(reason);
    await worker.terminate();
  };

  const thread: PgliteThread = {
    query: async (text, params) => toRows(await ask({ op: 'query', text, params })),
    script: async (text) => (await ask({ op: 'script', text })).tag,
    flushes: async () => (await ask({ op: 'flushes' })).flushes,
    isBusy: () => asked.size > 0,
    kill: end,
    async close() {
      await ask({ op: 'close' });
      await end(new DatabaseError('The database is closed', { code: 'closed' }));
    },
  };

  return new Promise((resolve, reject) => {
    const fail = (reason: DatabaseError) => {
      const expected = gone !== null;
      lose(reason);
      reject(reason);
      if (!expected) onExit(reason);
    };
    worker.on('message', (message: FromWorker) => {
      if ('ready' in message) resolve(thread);
      else if ('failed' in message) {
        gone = toError(message.failed);
        reject(gone);
        void worker.terminate();
      } else if ('notify' in message) onNotify(message.notify);
      else {
        const waiting = asked.get(message.id);
        asked.delete(message.id);
        if ('error' in message) waiting?.reject(toError(message.error));
        else waiting?.resolve(message);
      }
    });
    worker.on('error', (cause) => {
      fail(new DatabaseError('The database engine crashed', { code: 'unavailable' }, { cause }));
    });
    worker.on('exit', (code) => {
      fail(new DatabaseError(`The database engine ended by itself (${code})`, { code: 'unavailable' }));
    });
  });
}

const toError = ({ message, ...fields }: WireError): DatabaseError =>
  // No SQLSTATE: the engine itself broke (a WASM trap, an assertion), not the statement.
  new DatabaseError(message, { ...fields, code: fields.code ?? 'unavailable' });

function toRows({ columns, types, rows }: Answer): Row[] {
  const parsers = types.map(parserOf);
  return rows.map((values) => {
    const row: Row = {};
    for (let i = 0; i < columns.length; i++) {
      const value = values[i] ?? null;
      row[columns[i]!] = value === null ? null : parsers[i]!(value);
    }
    return row;
  });
}
