import { mkdirSync } from 'node:fs';
import { type Database, DatabaseError, type TransactionScope } from './database.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { lockFolder } from './folder-lock.ts';
import { folderTrouble } from './folder-trouble.ts';
import { createLine, type Line } from './line.ts';
import { type DatabaseOptions, DEFAULT_DEADLINE_MS, SNAPSHOT_MS } from './options.ts';
import { copyOf, copyPgliteFolder, removeCopy } from './pglite-copy.ts';
import { createEngine, type Engine } from './pglite-engine.ts';
import { freeBytes, preparePgliteFolder } from './pglite-folder.ts';
import { scheduleUpkeep } from './pglite-upkeep.ts';
import { type Connection, runTransaction, type TransactionState, withRetries } from './transaction.ts';

const MAX_WAITING = 1000;
const MIN_FREE_BYTES = 64 * 1024 * 1024;

/** PGlite as a `Database`: one thread, one line, one transaction at a time. */
export async function openPglite(options: DatabaseOptions & { dataDir: string }): Promise<Database> {
  const { dataDir } = options;
  const lock = await lockedFolder(dataDir);
  try {
    const folder = await (options.bare ? preparePgliteFolder(dataDir, null) : preparePgliteFolder(dataDir));
    await removeCopy(folder); // of a backup that was cut off
    return await open(folder, options, () => lock.release());
  } catch (error) {
    lock.release();
    throw folderTrouble(error, dataDir);
  }
}

async function lockedFolder(dataDir: string) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return await lockFolder(dataDir);
  } catch (error) {
    throw folderTrouble(error, dataDir);
  }
}

async function open(folder: string, options: DatabaseOptions, onClosed: () => void): Promise<Database> {
  const listeners = new Set<(payload: string) => void>();
  const line = createLine(MAX_WAITING);
  const engine = await createEngine({ folder, durable: options.durable ?? true }, options, (payload) => {
    for (const listener of listeners) listener(payload);
  });
  const upkeep = scheduleUpkeep(engine, line, options.logger);

  async function transaction<T>(scope: TransactionScope, work: Parameters<Database['transaction']>[1]) {
    const deadline = startDeadline(
      scope.deadlineMs ?? options.deadlineMs ?? DEFAULT_DEADLINE_MS,
      scope.signal,
    );
    try {
      const leave = await line.enter(deadline.signal);
      try {
        deadline.begin();
        if (!scope.readOnly) refuseOnFullDisk(folder, options.minFreeBytes);
        return (await withRetries(() => attempt(engine, scope, deadline, work))) as T;
      } finally {
        leave();
        if (!scope.readOnly) upkeep.wrote();
      }
    } finally {
      deadline.stop();
    }
  }

  return {
    engine: 'pglite',
    transaction,
    snapshot: snapshotOf(folder, line, engine),
    onNotify(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async health() {
      const reason = engine.failure()?.message ?? null;
      return {
        ok: reason === null,
        reason,
        engine: 'pglite',
        waiting: line.waiting,
        running: line.isTaken ? 1 : 0,
      };
    },
    async recycle() {
      const leave = await line.enter();
      try {
        await engine.recycle();
      } finally {
        leave();
      }
    },
    async close() {
      upkeep.stop();
      const turn = line.enter();
      line.closeFor(new DatabaseError('The database is closed', { code: 'closed' }));
      await turn;
      try {
        await engine.close();
      } finally {
        onClosed();
      }
    },
  };
}

/** Others wait while the last changed files are copied; everything is read from the copy, in a thread of its own. */
function snapshotOf(folder: string, line: Line, engine: Engine): Database['snapshot'] {
  let isTaken = false;
  return async (work, signal) => {
    if (isTaken) throw new DatabaseError('Another backup is under way', { code: 'busy' });
    isTaken = true;
    try {
      await copyPgliteFolder(folder, async (copyRest) => {
        const leave = await line.enter(signal);
        try {
          await engine.thread();
          await copyRest();
        } finally {
          leave();
        }
      });
      const copy = await openPglite({ dataDir: copyOf(folder), durable: false, minFreeBytes: 0 });
      const scope = { tenantId: 'system', readOnly: true, deadlineMs: SNAPSHOT_MS, signal } as const;
      return await copy.transaction(scope, work).finally(() => copy.close());
    } finally {
      await removeCopy(folder);
      isTaken = false;
    }
  };
}

/** A full disk breaks PGlite for good, half-way through whatever it does; so stop before, while reads still work. */
function refuseOnFullDisk(folder: string, minFreeBytes = MIN_FREE_BYTES): void {
  const free = freeBytes(folder);
  if (free >= minFreeBytes) return;
  const left = Math.floor(free / (1024 * 1024));
  throw new DatabaseError(`Only ${left} MB are free where the data lies (${folder})`, { code: 'disk_full' });
}

async function attempt<T>(
  engine: Engine,
  scope: TransactionScope,
  deadline: Deadline,
  work: Parameters<typeof runTransaction<T>>[3],
): Promise<T> {
  const thread = await engine.thread();
  const state: TransactionState = { ended: false, committing: false };
  // Cut at the deadline: a `work` that wakes up later must not roll back somebody else's transaction.
  let cut: DatabaseError | null = null;
  const connection: Connection = {
    script: (text) => (cut ? Promise.reject(cut) : thread.script(text)),
    query: (text, params) => (cut ? Promise.reject(cut) : thread.query(text, params)),
  };
  return await new Promise<T>((resolve, reject) => {
    const expire = () => {
      const outcome = state.committing ? 'unknown' : 'rolled_back';
      cut = new DatabaseError(deadline.signal.reason.message, { code: 'deadline', outcome });
      state.ended = true;
      if (thread.isBusy()) engine.restart(thread, cut);
      else void thread.script('rollback').catch(() => undefined);
      reject(cut);
    };
    if (deadline.signal.aborted) return expire();
    deadline.signal.addEventListener('abort', expire, { once: true });
    runTransaction(connection, scope, state, work)
      .then(resolve, (error: unknown) => {
        if (cut === null && isEngineBroken(error)) engine.restart(thread, error);
        reject(error);
      })
      .finally(() => deadline.signal.removeEventListener('abort', expire));
  });
}

/** After these PGlite answers wrongly or never, though PostgreSQL would go on (measured for 53100). */
function isEngineBroken(error: unknown): error is DatabaseError {
  if (!(error instanceof DatabaseError)) return false;
  return (
    error.code === 'unavailable' ||
    error.code === '53100' || // disk full
    error.code === '58030' || // input/output error
    error.message.includes('XLogBeginInsert')
  );
}
